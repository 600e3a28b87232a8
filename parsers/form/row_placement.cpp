#include "parsers/form/row_placement.hpp"

#include <algorithm>
#include <limits>

namespace torimatome::parsers {

namespace {

// Points, in the scale of cell_affinity. They were set by what must hold: a text is never dropped for a better fit
// elsewhere; a lost cell costs less than a text in a wrong column; equal fits go by position.
constexpr double kTextNowhere = -10;
constexpr double kBlankNowhere = -0.4;
constexpr double kRequiredEmpty = -1.5;
constexpr double kOptionalEmpty = -0.7;
constexpr double kBlankInKeep = -0.3;
constexpr double kAtItsPlace = 0.5;  // counted from the left, and again from the right
constexpr double kOtherStyle = -6;
constexpr double kFurtherLeft = -0.05;  // a tie between two lost cells goes to the right one
constexpr double kNearlyAsGood = 2;
constexpr double kNever = -1e9;

// Points of each cell in each run of slots that share a column: [cell][first slot][slots taken − 1].
using Points = std::vector<std::vector<std::vector<double>>>;

struct Problem {
    const std::vector<std::string>* cells = nullptr;
    const std::vector<Slot>* slots = nullptr;
    CellStyle style;
    Points fit;
};

int full_count(const Problem& problem) { return static_cast<int>(problem.style.size()); }

double position_points(const Problem& problem, int cell, int first, int last) {
    const int count = static_cast<int>(problem.cells->size());
    const int place = place_in_style(problem.style, first);
    const int from_right = full_count(problem) - 1 - place_in_style(problem.style, last);
    double points = 0;
    if (cell == place) points += kAtItsPlace;
    if (count - 1 - cell == from_right) points += kAtItsPlace;
    return points;
}

// Whether slots first..last share a cell in the style.
bool matches_style(const CellStyle& style, int first, int last) {
    int start = 0;
    for (const int run : style) {
        if (start == first) return start + run - 1 == last;
        start += run;
    }
    return false;
}

double text_points(const std::string& text, const std::vector<const FieldSpec*>& fields,
                   const AffinityContext& context) {
    if (!fields.front()) return 0;  // a column that the form does not know takes anything
    if (text.empty()) {
        const bool keeps = std::any_of(fields.begin(), fields.end(), [](const FieldSpec* field) {
            return field->blank == BlankCell::keep && field->required;
        });
        return keeps ? kBlankInKeep : 0;
    }
    return fields.size() > 1 ? fused_affinity(fields, text, context) : cell_affinity(*fields.front(), text, context);
}

// What the texts say, whatever the style: by far the most work, so it is done once a row.
Points points_of_texts(const std::vector<std::string>& cells, const std::vector<Slot>& slots,
                       const AffinityContext& context) {
    Points points(cells.size(), std::vector<std::vector<double>>(slots.size()));
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        for (std::size_t first = 0; first < slots.size(); ++first) {
            std::vector<const FieldSpec*> fields;
            for (std::size_t last = first; last < slots.size() && slots[last].column == slots[first].column; ++last) {
                fields.push_back(slots[last].field);
                points[cell][first].push_back(text_points(cells[cell], fields, context));
            }
        }
    }
    return points;
}

Problem make_problem(const std::vector<std::string>& cells, const std::vector<Slot>& slots, const CellStyle& style,
                     const Points& of_texts) {
    Problem problem{&cells, &slots, style, of_texts};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::size_t j = 0; j < slots.size(); ++j) {
            const auto cell = static_cast<int>(i);
            const auto first = static_cast<int>(j);
            for (std::size_t taken = 0; taken < problem.fit[i][j].size(); ++taken) {
                const int last = first + static_cast<int>(taken);
                problem.fit[i][j][taken] += position_points(problem, cell, first, last);
                if (!matches_style(style, first, last)) problem.fit[i][j][taken] += kOtherStyle;
            }
        }
    }
    return problem;
}

double empty_points(const std::vector<Slot>& slots, std::size_t slot) {
    const FieldSpec* field = slots[slot].field;
    if (!field) return 0;
    return (field->required ? kRequiredEmpty : kOptionalEmpty) +
           kFurtherLeft * static_cast<double>(slots.size() - slot);
}

struct Solution {
    double score = kNever;
    std::vector<PlacedCell> cells;
};

// Best score of the first i cells in the first j slots, and how it came about.
struct State {
    double score = kNever;
    int taken = -1;  // slots that cell i−1 takes; 0: the cell stands nowhere; −1: slot j−1 stays empty
};

Solution trace_back(const std::vector<std::vector<State>>& states) {
    Solution solution;
    std::size_t i = states.size() - 1;
    std::size_t j = states.front().size() - 1;
    solution.score = states[i][j].score;
    while (i > 0 || j > 0) {
        const int taken = states[i][j].taken;
        if (taken > 0) {
            const auto last = static_cast<int>(j) - 1;
            solution.cells.push_back({static_cast<int>(i) - 1, last - taken + 1, last});
            j -= static_cast<std::size_t>(taken);
            --i;
        } else if (taken == 0) {
            --i;
        } else {
            --j;
        }
    }
    std::reverse(solution.cells.begin(), solution.cells.end());
    return solution;
}

void improve(State& state, double score, int taken) {
    if (score > state.score) state = {score, taken};
}

// The best assignment. `barred` is one cell's placement that is not allowed, to find the runner-up.
Solution solve(const Problem& problem, const PlacedCell* barred) {
    const std::size_t cells = problem.cells->size();
    const std::size_t slots = problem.slots->size();
    std::vector<std::vector<State>> states(cells + 1, std::vector<State>(slots + 1));
    states[0][0].score = 0;
    for (std::size_t i = 0; i <= cells; ++i) {
        for (std::size_t j = 0; j <= slots; ++j) {
            if (j > 0) improve(states[i][j], states[i][j - 1].score + empty_points(*problem.slots, j - 1), -1);
            if (i == 0) continue;
            const bool blank = (*problem.cells)[i - 1].empty();
            improve(states[i][j], states[i - 1][j].score + (blank ? kBlankNowhere : kTextNowhere), 0);
            for (std::size_t taken = 1; taken <= j; ++taken) {
                const auto& fits = problem.fit[i - 1][j - taken];
                if (fits.size() < taken) continue;
                const PlacedCell placed{static_cast<int>(i) - 1, static_cast<int>(j - taken), static_cast<int>(j) - 1};
                if (barred && placed == *barred) continue;
                improve(states[i][j], states[i - 1][j - taken].score + fits[taken - 1], static_cast<int>(taken));
            }
        }
    }
    return trace_back(states);
}

int slot_of(const Solution& solution, int cell) {
    for (const PlacedCell& placed : solution.cells) {
        if (placed.cell == cell) return placed.last_slot;
    }
    return -1;
}

std::optional<RowPlacement::RunnerUp> find_runner_up(const Problem& problem, const Solution& best) {
    std::optional<RowPlacement::RunnerUp> runner_up;
    for (const PlacedCell& placed : best.cells) {
        if ((*problem.cells)[static_cast<std::size_t>(placed.cell)].empty()) continue;
        const Solution other = solve(problem, &placed);
        const double margin = best.score - other.score;
        const int slot = slot_of(other, placed.cell);
        const bool same_field = slot >= placed.first_slot && slot <= placed.last_slot;
        if (same_field || margin > kNearlyAsGood || (runner_up && runner_up->margin <= margin)) continue;
        runner_up = RowPlacement::RunnerUp{placed.cell, slot, margin};
    }
    return runner_up;
}

std::vector<std::string> without_surplus_blanks(const std::vector<std::string>& cells, std::size_t most) {
    std::vector<std::string> kept = cells;
    while (kept.size() > most && kept.back().empty()) kept.pop_back();
    return kept;
}

void fill_gaps(const Problem& problem, RowPlacement& placement) {
    std::vector<bool> taken(problem.slots->size(), false);
    std::vector<bool> used(problem.cells->size(), false);
    for (const PlacedCell& placed : placement.cells) {
        used[static_cast<std::size_t>(placed.cell)] = true;
        for (int slot = placed.first_slot; slot <= placed.last_slot; ++slot)
            taken[static_cast<std::size_t>(slot)] = true;
        const bool blank = (*problem.cells)[static_cast<std::size_t>(placed.cell)].empty();
        if (!blank && placed.cell != place_in_style(problem.style, placed.first_slot)) placement.shifted = true;
    }
    for (std::size_t slot = 0; slot < taken.size(); ++slot) {
        if (!taken[slot]) placement.empty_slots.push_back(static_cast<int>(slot));
    }
    for (std::size_t cell = 0; cell < used.size(); ++cell) {
        if (!used[cell] && !(*problem.cells)[cell].empty()) placement.unplaced_cells.push_back(static_cast<int>(cell));
    }
}

// All ways in which `count` fields of one column can share cells: 3 gives 3, 1+2, 2+1, 1+1+1.
std::vector<CellStyle> ways_to_share(int count) {
    if (count == 0) return {{}};
    std::vector<CellStyle> ways;
    for (int first = count; first > 0; --first) {
        for (CellStyle rest : ways_to_share(count - first)) {
            rest.insert(rest.begin(), first);
            ways.push_back(std::move(rest));
        }
    }
    return ways;
}

std::vector<CellStyle> possible_styles(const std::vector<Slot>& slots) {
    std::vector<CellStyle> styles = {{}};
    for (std::size_t i = 0; i < slots.size();) {
        std::size_t end = i;
        while (end < slots.size() && slots[end].column == slots[i].column) ++end;
        std::vector<CellStyle> longer;
        for (const CellStyle& style : styles) {
            for (const CellStyle& way : ways_to_share(static_cast<int>(end - i))) {
                longer.push_back(style);
                longer.back().insert(longer.back().end(), way.begin(), way.end());
            }
        }
        styles = std::move(longer);
        i = end;
    }
    return styles;
}

RowPlacement placement_of(const Problem& problem, const Solution& best) {
    RowPlacement placement;
    placement.cells = best.cells;
    placement.score = best.score;
    placement.style = problem.style;
    placement.runner_up = find_runner_up(problem, best);
    fill_gaps(problem, placement);
    placement.missing = std::max(0, full_count(problem) - static_cast<int>(problem.cells->size()));
    return placement;
}

// Points for a style beside its placement: that of the rows above goes on unless the row says otherwise, and a row that
// lacks no cell is likelier than one that does.
double style_points(const CellStyle& style, const CellStyle& above, std::size_t cells) {
    double points = 0;
    if (style == above) points += 3;
    if (style.size() == cells) points += 0.5;
    return points;
}

}  // namespace

int place_in_style(const CellStyle& style, int slot) {
    int place = 0;
    for (int end = 0; place < static_cast<int>(style.size()); ++place) {
        end += style[static_cast<std::size_t>(place)];
        if (slot < end) break;
    }
    return place;
}

RowPlacement place_row(const std::vector<std::string>& cells, const std::vector<Slot>& slots, const CellStyle& style,
                       const AffinityContext& context) {
    const std::vector<std::string> kept = without_surplus_blanks(cells, slots.size());
    const Points of_texts = points_of_texts(kept, slots, context);
    // A row that starts with a blank goes on with the group above and says nothing of its style.
    const bool silent = kept.empty() || kept.front().empty();
    std::optional<Problem> best;
    Solution best_solution;
    double best_points = 0;
    for (const CellStyle& candidate :
         silent && !style.empty() ? std::vector<CellStyle>{style} : possible_styles(slots)) {
        Problem problem = make_problem(kept, slots, candidate, of_texts);
        Solution solution = solve(problem, nullptr);
        const double points = solution.score + style_points(candidate, style, kept.size());
        if (best && points <= best_points) continue;
        best = std::move(problem);
        best_solution = std::move(solution);
        best_points = points;
    }
    return placement_of(*best, best_solution);
}

}  // namespace torimatome::parsers
