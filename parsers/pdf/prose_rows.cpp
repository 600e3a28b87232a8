#include "parsers/pdf/prose_rows.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kType = 0.45;     // of its size, above and below a line's middle
constexpr double kPadding = 1.0;   // points: lines further apart than those of one cell by more than this are not one's
constexpr double kSameTop = 0.35;  // sizes of the type

struct Line {
    double top = 0;
    double bottom = 0;
    double left = 0;
    double right = 0;
    double size = 0;
    bool ends = false;    // with a sign that ends a sentence
    bool full = false;    // fills its column, so that its text may go on
    bool digits = false;  // no Japanese at all
    bool words = false;   // many Japanese characters, as sentences have
    bool starts = false;  // stands further below the line above than those of one cell do

    double middle() const { return (top + bottom) / 2; }
};

using Column = std::vector<Line>;

bool ends_sentence(const TextLine& line) {
    constexpr std::u32string_view kEnds = U"。．」』）)】！？!?";
    return kEnds.find(line.glyphs.back()->code) != std::u32string_view::npos;
}

bool has_words(const TextLine& line) {
    constexpr std::ptrdiff_t kFewest = 6;
    const auto japanese = std::count_if(line.glyphs.begin(), line.glyphs.end(),
                                        [](const Glyph* glyph) { return text::is_japanese(glyph->code); });
    return japanese >= kFewest && japanese * 2 >= std::ssize(line.glyphs);
}

bool has_no_japanese(const TextLine& line) {
    return std::none_of(line.glyphs.begin(), line.glyphs.end(),
                        [](const Glyph* glyph) { return text::is_japanese(glyph->code); });
}

std::vector<Column> columns_of(const ProseRegion& region) {
    const std::size_t count = region.xs.size() - 1;
    std::vector<std::vector<const Glyph*>> glyphs(count);
    for (std::size_t i = 0; i < region.lines.size(); ++i) {
        if (region.across[i]) continue;
        for (const Glyph* glyph : region.lines[i].glyphs) {
            const auto edge = std::upper_bound(region.xs.begin(), region.xs.end(), glyph->center_x());
            const auto at =
                std::clamp<std::ptrdiff_t>(edge - region.xs.begin() - 1, 0, static_cast<std::ptrdiff_t>(count) - 1);
            glyphs[static_cast<std::size_t>(at)].push_back(glyph);
        }
    }
    std::vector<Column> columns;
    for (const auto& own : glyphs) {
        Column column;
        double right = 0;
        for (const TextLine& line : find_lines(own)) {
            const double middle = line.middle();
            column.push_back({middle - kType * line.size, middle + kType * line.size, line.box.x0, line.box.x1,
                              line.size, ends_sentence(line), false, has_no_japanese(line), has_words(line), false});
            right = std::max(right, line.box.x1);
        }
        constexpr double kRoom = 2.0;  // sizes of the type
        for (Line& line : column) {
            line.full = right - line.right < kRoom * line.size && line.right - line.left > 3 * line.size;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

// Whether the text of line `above` goes on in the next one, `line`, as far as they tell.
bool goes_on(const Line& above, const Line& line) {
    return above.full && !above.ends && above.words && std::abs(above.left - line.left) < 1;
}

// How far apart the lines of one cell stand: as most do that go on one from the other.
double usual_pitch(const std::vector<Column>& columns) {
    constexpr double kStep = 0.25;  // points
    constexpr double kSpread = 0.75;
    std::vector<double> pitches;
    for (const Column& column : columns) {
        for (std::size_t i = 1; i < column.size(); ++i) {
            const double pitch = column[i].middle() - column[i - 1].middle();
            if (!goes_on(column[i - 1], column[i])) continue;
            if (pitch > 0.8 * column[i].size && pitch < 2.2 * column[i].size) pitches.push_back(pitch);
        }
    }
    double best = 0;
    std::ptrdiff_t most = 0;
    if (pitches.empty()) return 0;
    std::sort(pitches.begin(), pitches.end());
    for (double at = pitches.front(); at <= pitches.back() + kStep; at += kStep) {
        const auto near = std::count_if(pitches.begin(), pitches.end(),
                                        [at](double pitch) { return std::abs(pitch - at) <= kSpread; });
        if (near * 2 > most * 3) {  // rows may stand as regularly as lines, but further apart
            most = near;
            best = at;
        }
    }
    double furthest = best;
    for (const double pitch : pitches) {
        if (std::abs(pitch - best) <= kSpread) furthest = std::max(furthest, pitch);
    }
    return furthest;
}

void mark_starts(std::vector<Column>& columns, double pitch) {
    for (Column& column : columns) {
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i].starts = i == 0 || column[i].middle() - column[i - 1].middle() > pitch + kPadding;
        }
    }
}

// How a column stands to a row that may begin at height `top`.
enum class Stand {
    blank,   // no text goes on there, none begins
    begins,  // a text begins there, with white above it
    may,     // a line stands there right below a line with which a text may have ended
    passes,  // a text goes on from above
};

Stand stand_of(const Column& column, double top) {
    for (std::size_t i = 0; i < column.size(); ++i) {
        const Line& line = column[i];
        if (line.middle() < top) continue;
        const bool here = std::abs(line.top - top) < kSameTop * line.size;
        if (line.starts) return here ? Stand::begins : Stand::blank;
        const Line& above = column[i - 1];
        if (!here) return Stand::passes;
        return above.full && !above.ends ? Stand::passes : Stand::may;
    }
    return Stand::blank;
}

struct Border {
    double top = 0;  // of the type of the first line below
    double at = 0;   // the row's edge
    bool ruled = false;
    std::vector<Stand> stands;
    std::vector<bool> edges;  // of each column: a rule or field's edge runs there

    std::size_t count(Stand stand) const {
        return static_cast<std::size_t>(std::count(stands.begin(), stands.end(), stand));
    }
};

// Whether rows stand further apart than lines: what is as near as lines is one text then.
bool has_padding(const std::vector<Column>& columns, double pitch) {
    constexpr double kOff = 0.12;
    std::size_t gaps = 0;
    std::size_t padded = 0;
    for (const Column& column : columns) {
        for (std::size_t i = 1; i < column.size(); ++i) {
            if (!column[i].starts) continue;
            const double lines = (column[i].middle() - column[i - 1].middle()) / pitch;
            ++gaps;
            padded += std::abs(lines - std::round(lines)) > kOff;
        }
    }
    return padded >= 2 && padded * 2 >= gaps;
}

Border border_at(const std::vector<Column>& columns, double top) {
    Border border;
    border.top = border.at = top;
    for (const Column& column : columns) border.stands.push_back(stand_of(column, top));
    border.edges.assign(columns.size(), false);
    return border;
}

// The heights at which rows may begin, by the texts.
std::vector<double> candidate_tops(const std::vector<Column>& columns) {
    std::vector<double> tops;
    for (const Column& column : columns) {
        for (const Line& line : column) {
            if (line.starts) tops.push_back(line.top);
        }
    }
    std::sort(tops.begin(), tops.end());
    std::vector<double> result;
    for (const double top : tops) {
        if (result.empty() || top - result.back() > 2) result.push_back(top);
    }
    return result;
}

// Whether some text between heights `from` and `to` has ended before `to`: a row of which every text goes on is none.
bool any_ended(const std::vector<Column>& columns, const Border& border, double from) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const bool has = std::any_of(columns[c].begin(), columns[c].end(), [&](const Line& line) {
            return line.middle() >= from && line.middle() < border.top;
        });
        if (has && border.stands[c] != Stand::passes && border.stands[c] != Stand::may) return true;
        if (has && border.stands[c] == Stand::may && border.count(Stand::begins) > 0) return true;
    }
    return false;
}

// The upper edges of the type of the lines that run over the columns.
std::vector<double> tops_across(const ProseRegion& region) {
    std::vector<double> tops;
    for (std::size_t i = 0; i < region.lines.size(); ++i) {
        if (region.across[i]) tops.push_back(region.lines[i].middle() - kType * region.lines[i].size);
    }
    return tops;
}

// How much each column tells of the rows: those full of text more than those of marks and merged cells.
std::vector<double> weights_of(const std::vector<Column>& columns) {
    std::vector<double> weights;
    double most = 1;
    for (const Column& column : columns) {
        weights.push_back(static_cast<double>(column.size()));
        most = std::max(most, weights.back());
    }
    for (double& weight : weights) weight /= most;
    return weights;
}

// Whether more speaks for a row's beginning than for texts that go on.
bool parts_rows(const Border& border, const std::vector<double>& weights) {
    double for_it = 0;
    double against = 0;
    for (std::size_t c = 0; c < weights.size(); ++c) {
        if (border.stands[c] == Stand::begins) for_it += weights[c];
        if (border.stands[c] == Stand::passes) against += weights[c];
    }
    return for_it > against;
}

// The first row of texts that stand at their columns' left sides below names that stand in their middles.
std::optional<double> top_below_names(const std::vector<Column>& columns) {
    std::size_t names = 0;
    std::size_t centred = 0;
    double top = 1e9;
    for (const Column& column : columns) {
        if (column.size() < 2 || column[1].starts) continue;
        ++names;
        const bool moved = column[0].left - column[1].left > 0.8 * column[1].size;
        centred += moved && !column[0].full;
        top = std::min(top, column[1].top);
    }
    if (centred < 2 || centred * 2 < names) return std::nullopt;
    return top;
}

std::vector<Border> borders_by_text(const std::vector<Column>& columns, const std::vector<double>& across,
                                    bool padding) {
    const std::vector<double> weights = weights_of(columns);
    std::vector<Border> borders;
    std::vector<double> tops = candidate_tops(columns);
    tops.insert(tops.end(), across.begin(), across.end());
    const std::optional<double> names = top_below_names(columns);
    if (names) tops.push_back(*names);
    std::sort(tops.begin(), tops.end());
    for (const double top : tops) {
        Border border = border_at(columns, top);
        const bool heading = std::find(across.begin(), across.end(), top) != across.end();
        if (heading) border.stands.assign(columns.size(), Stand::begins);
        if (padding && !(names && std::abs(top - *names) < 2)) {
            std::replace(border.stands.begin(), border.stands.end(), Stand::may, Stand::passes);
        }
        if (!borders.empty() && !heading) {
            const bool below_heading = std::find(across.begin(), across.end(), borders.back().top) != across.end();
            const bool below_names = names && std::abs(top - *names) < 2;
            if (!below_names && !parts_rows(border, weights)) continue;
            if (!below_heading && !below_names && !any_ended(columns, border, borders.back().top)) continue;
        }
        borders.push_back(std::move(border));
    }
    return borders;
}

// Which columns have a text between two heights.
std::vector<bool> filled_between(const std::vector<Column>& columns, double from, double to) {
    std::vector<bool> filled;
    for (const Column& column : columns) {
        filled.push_back(std::any_of(column.begin(), column.end(),
                                     [&](const Line& line) { return line.middle() > from && line.middle() < to; }));
    }
    return filled;
}

// Drops the borders above rows that hold nothing but marks that the row above lacks: these stand in the middle of it.
void drop_borders_above_marks(const std::vector<Column>& columns, const std::vector<double>& across,
                              std::vector<Border>& borders) {
    constexpr double kLittle = 0.5;
    const std::vector<double> weights = weights_of(columns);
    const auto is_heading = [&](const Border& border) {
        return std::find(across.begin(), across.end(), border.top) != across.end();
    };
    for (std::size_t b = 2; b < borders.size();) {
        const double below = b + 1 < borders.size() ? borders[b + 1].top : 1e9;
        const std::vector<bool> upper = filled_between(columns, borders[b - 1].top, borders[b].top);
        const std::vector<bool> lower = filled_between(columns, borders[b].top, below);
        double weight = 0;
        bool lacking = std::find(upper.begin(), upper.end(), true) != upper.end();
        for (std::size_t c = 0; c < columns.size(); ++c) {
            lacking = lacking && !(upper[c] && lower[c]);
            if (lower[c]) weight += weights[c];
        }
        if (lacking && weight < kLittle && !is_heading(borders[b]) && !is_heading(borders[b - 1])) {
            borders.erase(borders.begin() + static_cast<std::ptrdiff_t>(b));
        } else {
            ++b;
        }
    }
}

double covered(const Rule& rule, double from, double to) {
    return std::max(0.0, std::min(rule.to, to) - std::max(rule.from, from)) / std::max(to - from, 0.1);
}

// The borders that rules or the edges of fields make between the lines. Empty where they part few of the rows.
std::vector<Border> borders_by_rules(const std::vector<Column>& columns, const std::vector<double>& xs,
                                     const std::vector<Rule>& horizontal, std::size_t rows) {
    constexpr double kSameHeight = 3;  // points
    constexpr double kOver = 0.5;      // share of a column
    std::vector<Border> borders;
    double top = 1e9;
    double bottom = 0;
    for (const Column& column : columns) {
        for (const Line& line : column) {
            top = std::min(top, line.middle());
            bottom = std::max(bottom, line.middle());
        }
    }
    for (const Rule& rule : horizontal) {
        if (rule.at <= top || rule.at >= bottom) continue;
        std::vector<bool> edges;
        for (std::size_t c = 0; c < columns.size(); ++c) edges.push_back(covered(rule, xs[c], xs[c + 1]) >= kOver);
        if (std::find(edges.begin(), edges.end(), true) == edges.end()) continue;
        if (!borders.empty() && rule.at - borders.back().at < kSameHeight) {
            for (std::size_t c = 0; c < columns.size(); ++c) {
                if (edges[c]) borders.back().edges[c] = true;
            }
            continue;
        }
        double below = bottom;
        for (const Column& column : columns) {
            for (const Line& line : column) {
                if (line.middle() > rule.at) below = std::min(below, line.top);
            }
        }
        Border border = border_at(columns, below);
        border.at = rule.at;
        border.ruled = true;
        border.edges = std::move(edges);
        borders.push_back(std::move(border));
    }
    if (borders.size() < 2 || borders.size() * 5 < rows * 3) borders.clear();
    return borders;
}

// The rows' borders: where rules or fields part the rows, those, and above the first of them what the texts tell.
std::vector<Border> all_borders(const std::vector<Column>& columns, const ProseRegion& region,
                                const std::vector<Rule>& horizontal, double pitch) {
    std::vector<Border> borders = borders_by_text(columns, tops_across(region), has_padding(columns, pitch));
    drop_borders_above_marks(columns, tops_across(region), borders);
    std::vector<Border> ruled = borders_by_rules(columns, region.xs, horizontal, borders.size());
    if (ruled.empty()) return borders;
    std::erase_if(borders, [&](const Border& border) { return border.top >= ruled.front().at - 1; });
    borders.insert(borders.end(), ruled.begin(), ruled.end());
    return borders;
}

// Each row's edge: in the middle of the white above it, in the columns whose texts do not go on.
void set_edges(const std::vector<Column>& columns, const ProseRegion& region, std::vector<Border>& borders) {
    for (Border& border : borders) {
        if (border.ruled) continue;
        double above = -1e9;
        for (std::size_t i = 0; i < region.lines.size(); ++i) {
            const TextLine& line = region.lines[i];
            if (region.across[i] && line.middle() < border.top) above = line.middle() + kType * line.size;
        }
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (border.stands[c] == Stand::passes) continue;
            for (const Line& line : columns[c]) {
                if (line.middle() < border.top) above = std::max(above, line.bottom);
            }
        }
        border.at = above < -1e8 ? border.top - 2 : std::min(border.top, (above + border.top) / 2);
    }
}

// Which columns have a cell's edge at each border; the first border is the table's upper edge.
using Closed = std::vector<std::vector<bool>>;

Closed closed_sides(const std::vector<Column>& columns, const std::vector<Border>& borders) {
    const auto has_text = [&](std::size_t c, double from, double to) {
        return std::any_of(columns[c].begin(), columns[c].end(),
                           [&](const Line& line) { return line.middle() > from && line.middle() < to; });
    };
    Closed closed;
    std::vector<double> above(columns.size(), -1e9);  // the upper edge of each column's cell above
    for (std::size_t b = 0; b < borders.size(); ++b) {
        const Border& border = borders[b];
        std::vector<bool> sides;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool passes = border.stands[c] == Stand::passes;
            if (!border.ruled || border.edges[c]) {
                sides.push_back(border.ruled || !passes);
                continue;
            }
            // The rule stops beside this column: one cell, unless both rows have a text of their own.
            const double below = b + 1 < borders.size() ? borders[b + 1].at : 1e9;
            const bool both = has_text(c, above[c], border.at) && has_text(c, border.at, below);
            sides.push_back(both && !passes);
        }
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (sides[c]) above[c] = border.at;
        }
        closed.push_back(std::move(sides));
    }
    return closed;
}

// How many columns each text of the first row names, by its column: names stand in the middle of their columns. Columns
// that the name of another takes have 0.
std::vector<int> named_columns(const ProseRegion& region, const std::vector<Column>& columns, double bottom) {
    constexpr double kNearer = 0.5;  // sizes of the type
    const std::size_t count = columns.size();
    struct Name {
        std::size_t column = 0;
        double middle = 0;
        double size = 0;
        bool at_edge = false;  // begins where the texts below do
    };
    std::vector<Name> names;
    for (std::size_t c = 0; c < count; ++c) {
        double left = 1e9;
        double right = 0;
        double below = 1e9;
        double size = 0;
        for (const Line& line : columns[c]) {
            if (line.middle() > bottom) {
                below = std::min(below, line.left);
                continue;
            }
            left = std::min(left, line.left);
            right = std::max(right, line.right);
            size = line.size;
        }
        if (right > 0) names.push_back({c, (left + right) / 2, size, std::abs(left - below) < 1});
    }
    std::vector<int> spans(count, 1);
    std::size_t free = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Name& name = names[i];
        const std::size_t end = i + 1 < names.size() ? names[i + 1].column : count;
        const auto off = [&](std::size_t first, std::size_t last) {
            return std::abs((region.xs[first] + region.xs[last + 1]) / 2 - name.middle);
        };
        std::size_t first = name.column;
        std::size_t last = name.column;
        double least = off(first, last) - kNearer * name.size;
        for (std::size_t a = free; a <= name.column && !name.at_edge; ++a) {
            for (std::size_t b = name.column; b < end; ++b) {
                if (off(a, b) >= least) continue;
                least = off(a, b);
                first = a;
                last = b;
            }
        }
        for (std::size_t c = first; c <= last; ++c) spans[c] = 0;
        spans[first] = static_cast<int>(last - first) + 1;
        free = last + 1;
    }
    return spans;
}

// The texts of one column between two of its sides that are surely closed.
struct MergedText {
    std::size_t first = 0;  // row
    std::size_t last = 0;   // row
    double top = 0;
    double bottom = 0;
    double size = 0;

    double middle() const { return (top + bottom) / 2; }
};

std::vector<MergedText> texts_of(const Column& column, std::size_t c, const std::vector<double>& ys,
                                 const Closed& closed) {
    std::vector<MergedText> texts;
    for (const Line& line : column) {
        const auto next = std::upper_bound(ys.begin(), ys.end(), line.middle());
        const std::ptrdiff_t at = std::clamp<std::ptrdiff_t>(next - ys.begin() - 1, 0, std::ssize(ys) - 2);
        const auto row = static_cast<std::size_t>(at);
        const bool same =
            !texts.empty() && std::none_of(closed.begin() + static_cast<std::ptrdiff_t>(texts.back().last) + 1,
                                           closed.begin() + at + 1, [c](const auto& sides) { return sides[c]; });
        if (same) {
            texts.back().last = row;
            texts.back().bottom = line.bottom;
        } else {
            texts.push_back({row, row, line.top, line.bottom, line.size});
        }
    }
    return texts;
}

// Opens the sides of blank cells that belong to merged ones: where the texts of a column do not stand at the top of
// their rows, each stands in the middle of its rows and the blank ones around.
class MergedCells {
  public:
    MergedCells(const std::vector<Border>& borders, const std::vector<double>& ys, const std::vector<bool>& barriers)
        : borders_(borders), ys_(ys), barriers_(barriers) {}

    void open(const std::vector<Column>& columns, Closed& closed) const {
        if (ys_.size() < 4 || !stand_in_middle(columns, closed)) return;
        for (std::size_t c = 0; c < columns.size(); ++c) open_column(body_texts(columns, c, closed), c, closed);
    }

  private:
    std::vector<MergedText> body_texts(const std::vector<Column>& columns, std::size_t c, const Closed& closed) const {
        std::vector<MergedText> texts = texts_of(columns[c], c, ys_, closed);
        std::erase_if(texts, [](const MergedText& text) { return text.first == 0; });
        return texts;
    }

    // Whether the columns full of text have one in the first row: the rest of a row that a page's end cut has fewer.
    bool fills_first_row(const std::vector<Column>& columns) const {
        constexpr double kFull = 0.5;
        const std::vector<double> weights = weights_of(columns);
        const std::vector<bool> filled = filled_between(columns, ys_[1], ys_[2]);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (weights[c] >= kFull && !filled[c]) return false;
        }
        return true;
    }

    // Whether merged cells' texts stand in their middle: some stand nowhere else, or, with none that hangs from the top
    // of its rows, blank rows come first.
    bool stand_in_middle(const std::vector<Column>& columns, const Closed& closed) const {
        bool free = false;
        bool blank_first = false;
        bool hangs = false;
        const bool whole_first = !barriers_[1] && fills_first_row(columns);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const std::vector<MergedText> texts = body_texts(columns, c, closed);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const std::size_t next = i + 1 < texts.size() ? texts[i + 1].first : ys_.size() - 1;
                const bool at_top = std::abs(texts[i].top - borders_[texts[i].first].top) <= 0.6 * texts[i].size;
                hangs = hangs || (at_top && next > texts[i].last + 1);
                free = free || stands_free(texts[i]);
            }
            blank_first = blank_first || (whole_first && !texts.empty() && texts.front().first > 1);
        }
        return free || (blank_first && !hangs);
    }

    void open_column(const std::vector<MergedText>& texts, std::size_t c, Closed& closed) const {
        std::size_t from = 1;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t until = i + 1 < texts.size() ? texts[i + 1].first : ys_.size() - 1;
            const auto [first, last] = best_rows(texts[i], c, from, until);
            for (std::size_t row = first + 1; row <= last; ++row) closed[row][c] = false;
            from = last + 1;
        }
    }

    // Neither at the top of its rows nor in their middle.
    bool stands_free(const MergedText& text) const {
        const double off = std::abs((ys_[text.first] + ys_[text.last + 1]) / 2 - text.middle());
        return std::abs(text.top - borders_[text.first].top) > 0.6 * text.size && off > 0.6 * text.size;
    }

    bool is_edge(std::size_t row, std::size_t c) const {
        return barriers_[row] || barriers_[row - 1] || (borders_[row].ruled && borders_[row].edges[c]);
    }

    // The rows, from `from` to before `until`, that the text stands in the middle of; its own where it does of none.
    std::pair<std::size_t, std::size_t> best_rows(const MergedText& text, std::size_t c, std::size_t from,
                                                  std::size_t until) const {
        constexpr double kNear = 0.7;  // sizes of the type
        constexpr double kAlike = 0.2;
        std::pair<std::size_t, std::size_t> best{text.first, text.last};
        double least = stands_free(text) ? 1e9 : 0.3 * text.size;
        for (std::size_t first = text.first + 1; first-- > from;) {
            for (std::size_t last = text.last; last < std::max(until, text.last + 1); ++last) {
                if (last > text.last && is_edge(last, c)) break;
                const double off = std::abs((ys_[first] + ys_[last + 1]) / 2 - text.middle());
                const bool wider = last - first > best.second - best.first;
                if (off > kNear * text.size || off >= least + (wider ? kAlike * text.size : 0)) continue;
                least = off;
                best = {first, last};
            }
            if (is_edge(first, c)) break;
        }
        return best;
    }

    const std::vector<Border>& borders_;
    const std::vector<double>& ys_;
    const std::vector<bool>& barriers_;
};

Grid grid_of(const ProseRegion& region, const std::vector<Column>& all, const std::vector<Border>& borders,
             Closed closed, double bottom) {
    Grid grid;
    grid.xs = region.xs;
    grid.unruled = true;
    for (const Border& border : borders) grid.ys.push_back(border.at);
    grid.ys.push_back(bottom);
    const int columns = grid.columns();
    grid.cell_at.assign(static_cast<std::size_t>(grid.rows() * columns), -1);
    const auto is_across = [&](int row) {
        const double from = grid.ys[static_cast<std::size_t>(row)];
        const double to = grid.ys[static_cast<std::size_t>(row) + 1];
        for (std::size_t i = 0; i < region.lines.size(); ++i) {
            if (region.across[i] && region.lines[i].middle() > from && region.lines[i].middle() < to) return true;
        }
        return false;
    };
    std::vector<bool> barriers;
    for (int row = 0; row < grid.rows(); ++row) barriers.push_back(is_across(row));
    const MergedCells merged(borders, grid.ys, barriers);
    merged.open(all, closed);
    const std::vector<int> named = named_columns(region, all, grid.ys[1]);
    for (int row = 0; row < grid.rows(); ++row) {
        for (int column = 0; column < columns; ++column) {
            if (grid.cell_at[static_cast<std::size_t>(row * columns + column)] >= 0) continue;
            GridCell cell;
            cell.row = row;
            cell.column = column;
            if (row == 0) cell.column_span = std::max(named[static_cast<std::size_t>(column)], 1);
            if (column == 0 && is_across(row)) cell.column_span = columns;
            while (row > 0 && cell.column_span == 1 && row + cell.row_span < grid.rows() &&
                   !closed[static_cast<std::size_t>(row + cell.row_span)][static_cast<std::size_t>(column)] &&
                   !is_across(row + cell.row_span)) {
                ++cell.row_span;
            }
            cell.box = {grid.xs[static_cast<std::size_t>(column)], grid.ys[static_cast<std::size_t>(row)],
                        grid.xs[static_cast<std::size_t>(column + cell.column_span)],
                        grid.ys[static_cast<std::size_t>(row + cell.row_span)]};
            const int index = static_cast<int>(grid.cells.size());
            for (int r = row; r < row + cell.row_span; ++r) {
                for (int c = column; c < column + cell.column_span; ++c) {
                    grid.cell_at[static_cast<std::size_t>(r * columns + c)] = index;
                }
            }
            grid.cells.push_back(cell);
        }
    }
    return grid;
}

// Lines of a column between two heights, and how many of them go on in the next.
struct Run {
    std::size_t lines = 0;
    std::size_t going_on = 0;
};

Run run_between(const Column& column, double from, double to) {
    Run run;
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (column[i].middle() < from || column[i].middle() > to) continue;
        ++run.lines;
        if (i == 0 || column[i].starts || column[i - 1].middle() < from) continue;
        const Line& above = column[i - 1];
        run.going_on += goes_on(above, column[i]);
    }
    return run;
}

// Numbers below each other as closely as the lines of one cell: rows of a list, which stand no further apart.
bool stacks_numbers(const std::vector<Column>& columns) {
    constexpr std::size_t kFewest = 3;
    std::size_t stacked = 0;
    for (const Column& column : columns) {
        for (std::size_t i = 1; i < column.size(); ++i)
            stacked += !column[i].starts && column[i].digits && column[i - 1].digits;
    }
    return stacked >= kFewest;
}

// Whether the rows below the first hold prose: many have cells of several lines that go on from one to the next.
bool holds_prose(const std::vector<Column>& columns, const std::vector<Border>& borders) {
    constexpr std::size_t kFewestRows = 2;
    constexpr std::size_t kFewestGoingOn = 4;
    constexpr std::ptrdiff_t kFewestColumns = 2;
    constexpr std::size_t kHigh = 3;  // lines
    if (borders.size() < kFewestRows + 1) return false;
    std::vector<std::size_t> going_on(columns.size());
    std::size_t high = 0;
    for (std::size_t b = 1; b < borders.size(); ++b) {
        const double to = b + 1 < borders.size() ? borders[b + 1].at : 1e9;
        bool is_high = false;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const Run run = run_between(columns[c], borders[b].at, to);
            going_on[c] += run.going_on;
            is_high = is_high || (run.lines >= kHigh && run.going_on > 0);
        }
        high += is_high;
    }
    const auto prose =
        std::count_if(going_on.begin(), going_on.end(), [](std::size_t count) { return count >= kFewestGoingOn; });
    const bool much =
        std::any_of(going_on.begin(), going_on.end(), [](std::size_t count) { return count >= 2 * kFewestGoingOn; });
    return (prose >= kFewestColumns || much) && high * 10 >= (borders.size() - 1) * 3;
}

// Whether the first row names the columns: short texts in the middle of columns of longer ones.
bool has_names(const std::vector<Column>& columns, const std::vector<Border>& borders) {
    if (borders.size() < 3) return false;
    return std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
        double left = 1e9;
        double right = 0;
        double below = 1e9;
        double end = 0;
        for (const Line& line : column) {
            const bool first = line.middle() < borders[1].at;
            double& from = first ? left : below;
            double& to = first ? right : end;
            from = std::min(from, line.left);
            to = std::max(to, line.right);
        }
        const double off = std::abs((left - below) - (end - right));
        return right > 0 && end > 0 && left > below + 1 && off < 0.3 * (end - below);
    });
}

}  // namespace

std::optional<Grid> prose_grid(const ProseRegion& region, const std::vector<Rule>& horizontal, bool continues) {
    std::vector<Column> columns = columns_of(region);
    const double pitch = usual_pitch(columns);
    if (pitch <= 0) return std::nullopt;
    mark_starts(columns, pitch);
    std::vector<Border> borders = all_borders(columns, region, horizontal, pitch);
    set_edges(columns, region, borders);
    double bottom = 0;
    for (const Column& column : columns) {
        for (const Line& line : column) bottom = std::max(bottom, line.bottom);
    }
    constexpr std::size_t kFewestLines = 24;  // fewer tell too little of the columns
    if (!continues && (region.lines.size() < kFewestLines || !holds_prose(columns, borders) || stacks_numbers(columns)))
        return std::nullopt;
    if (!continues && columns.size() < 3 && !has_names(columns, borders)) return std::nullopt;
    return grid_of(region, columns, borders, closed_sides(columns, borders), bottom + 2);
}

}  // namespace torimatome::parsers::pdf
