#include "parsers/form/cell_matching.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace torimatome::parsers {

namespace {

constexpr std::size_t kMostExactPlaces = 14;
constexpr double kNever = -1e9;

bool is_forbidden(const std::optional<ForbiddenPair>& forbidden, std::size_t place, CellRange cell) {
    return forbidden && forbidden->place == place &&
           (forbidden->cell == cell || (forbidden->cell.empty() && cell.empty()));
}

// Exact: over the texts from left to right and the set of places that have their cell.
class SubsetSearch {
  public:
    SubsetSearch(const MatchingProblem& problem, const std::optional<ForbiddenPair>& forbidden)
        : problem_(problem), forbidden_(forbidden), sets_(std::size_t{1} << problem.places) {}

    Matching solve() {
        best_.assign((problem_.texts + 1) * sets_, kNever);
        step_.assign(best_.size(), Step{});
        best_[0] = 0;
        for (std::size_t text = 0; text < problem_.texts; ++text) advance(text);
        return trace(best_set());
    }

  private:
    struct Step {
        std::uint16_t length = 0;  // texts of the cell; 0: none yet
        std::int16_t place = -1;   // -1: left over
    };

    std::size_t index(std::size_t text, std::size_t set) const { return text * sets_ + set; }

    void relax(std::size_t from, std::size_t to, double gain, Step step) {
        if (best_[from] + gain <= best_[to]) return;
        best_[to] = best_[from] + gain;
        step_[to] = step;
    }

    void advance(std::size_t text) {
        const std::size_t longest = std::min(problem_.longest_cell, problem_.texts - text);
        std::vector<double> fits(longest * problem_.places);
        for (std::size_t n = 1; n <= longest; ++n) {
            for (std::size_t place = 0; place < problem_.places; ++place) {
                const CellRange cell{text, text + n};
                fits[(n - 1) * problem_.places + place] =
                    is_forbidden(forbidden_, place, cell) ? kNever : problem_.fit(cell, place);
            }
        }
        for (std::size_t set = 0; set < sets_; ++set) {
            const std::size_t from = index(text, set);
            if (best_[from] <= kNever / 2) continue;
            relax(from, index(text + 1, set), problem_.left_over, {1, -1});
            for (std::size_t place = 0; place < problem_.places; ++place) {
                const std::size_t bit = std::size_t{1} << place;
                if (set & bit) continue;
                for (std::size_t n = 1; n <= longest; ++n) {
                    relax(from, index(text + n, set | bit), fits[(n - 1) * problem_.places + place],
                          {static_cast<std::uint16_t>(n), static_cast<std::int16_t>(place)});
                }
            }
        }
    }

    double blanks(std::size_t set) const {
        double sum = 0;
        for (std::size_t place = 0; place < problem_.places; ++place) {
            if (set & (std::size_t{1} << place)) continue;
            sum += is_forbidden(forbidden_, place, {}) ? kNever : problem_.blank(place);
        }
        return sum;
    }

    std::size_t best_set() {
        std::size_t best = 0;
        double best_score = -std::numeric_limits<double>::infinity();
        for (std::size_t set = 0; set < sets_; ++set) {
            const double score = best_[index(problem_.texts, set)] + blanks(set);
            if (score > best_score) {
                best_score = score;
                best = set;
            }
        }
        score_ = best_score;
        return best;
    }

    Matching trace(std::size_t set) const {
        Matching matching;
        matching.cells.resize(problem_.places);
        matching.score = score_;
        for (std::size_t text = problem_.texts; text > 0;) {
            const Step step = step_[index(text, set)];
            if (step.length == 0) break;
            if (step.place >= 0) {
                const auto place = static_cast<std::size_t>(step.place);
                matching.cells[place] = {text - step.length, text};
                set &= ~(std::size_t{1} << place);
            }
            text -= step.length;
        }
        return matching;
    }

    const MatchingProblem& problem_;
    const std::optional<ForbiddenPair>& forbidden_;
    std::size_t sets_;
    double score_ = 0;
    std::vector<double> best_;
    std::vector<Step> step_;
};

// The Hungarian method (Kuhn 1955, in the form with potentials) for the lowest cost; rows at most as many as columns.
// Gives the column of each row.
std::vector<std::size_t> hungarian(const std::vector<std::vector<double>>& cost) {
    const std::size_t n = cost.size();
    const std::size_t m = n == 0 ? 0 : cost.front().size();
    std::vector<double> u(n + 1), v(m + 1);
    std::vector<std::size_t> match(m + 1), way(m + 1);
    for (std::size_t i = 1; i <= n; ++i) {
        match[0] = i;
        std::size_t j0 = 0;
        std::vector<double> least(m + 1, std::numeric_limits<double>::infinity());
        std::vector<bool> used(m + 1, false);
        do {
            used[j0] = true;
            const std::size_t i0 = match[j0];
            double delta = std::numeric_limits<double>::infinity();
            std::size_t j1 = 0;
            for (std::size_t j = 1; j <= m; ++j) {
                if (used[j]) continue;
                const double reduced = cost[i0 - 1][j - 1] - u[i0] - v[j];
                if (reduced < least[j]) least[j] = reduced, way[j] = j0;
                if (least[j] < delta) delta = least[j], j1 = j;
            }
            for (std::size_t j = 0; j <= m; ++j) {
                if (used[j]) {
                    u[match[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            j0 = j1;
        } while (match[j0] != 0);
        for (; j0 != 0; j0 = way[j0]) match[j0] = match[way[j0]];
    }
    std::vector<std::size_t> column(n);
    for (std::size_t j = 1; j <= m; ++j) {
        if (match[j] > 0) column[match[j] - 1] = j - 1;
    }
    return column;
}

// Every text is a cell of its own. Places stand first among the columns, then one column a text that takes it if it is
// left over; the gain of a text over the place's blank makes blanks part of the sum.
Matching match_single_texts(const MatchingProblem& problem, const std::optional<ForbiddenPair>& forbidden) {
    std::vector<std::vector<double>> cost(problem.texts, std::vector<double>(problem.places + problem.texts));
    Matching matching;
    matching.cells.resize(problem.places);
    for (std::size_t place = 0; place < problem.places; ++place) matching.score += problem.blank(place);
    for (std::size_t text = 0; text < problem.texts; ++text) {
        const CellRange cell{text, text + 1};
        for (std::size_t place = 0; place < problem.places; ++place) {
            cost[text][place] =
                is_forbidden(forbidden, place, cell) ? -kNever : problem.blank(place) - problem.fit(cell, place);
        }
        for (std::size_t k = 0; k < problem.texts; ++k) cost[text][problem.places + k] = -problem.left_over;
    }
    const std::vector<std::size_t> columns = hungarian(cost);
    for (std::size_t text = 0; text < problem.texts; ++text) {
        matching.score -= cost[text][columns[text]];
        if (columns[text] < problem.places) matching.cells[columns[text]] = {text, text + 1};
    }
    return matching;
}

}  // namespace

Matching best_matching(const MatchingProblem& problem, const std::optional<ForbiddenPair>& forbidden) {
    if (problem.places <= kMostExactPlaces) return SubsetSearch(problem, forbidden).solve();
    return match_single_texts(problem, forbidden);
}

}  // namespace torimatome::parsers
