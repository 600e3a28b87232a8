#include "parsers/pdf/prose_borders.hpp"

#include <cmath>
#include <optional>

namespace torimatome::parsers::pdf {

namespace {

constexpr double kSameTop = 0.35;  // sizes of the type

Stand stand_of(const ProseColumn& column, double top) {
    for (std::size_t i = 0; i < column.size(); ++i) {
        const ProseLine& line = column[i];
        if (line.middle() < top) continue;
        const bool here = std::abs(line.top - top) < kSameTop * line.size;
        if (line.starts) return here ? Stand::begins : Stand::blank;
        const ProseLine& above = column[i - 1];
        if (!here) return Stand::passes;
        return above.full && !above.ends ? Stand::passes : Stand::may;
    }
    return Stand::blank;
}

// Whether rows stand further apart than lines: what is as near as lines is one text then.
bool has_padding(const std::vector<ProseColumn>& columns, double pitch) {
    constexpr double kOff = 0.12;
    std::size_t gaps = 0;
    std::size_t padded = 0;
    for (const ProseColumn& column : columns) {
        for (std::size_t i = 1; i < column.size(); ++i) {
            if (!column[i].starts) continue;
            const double lines = (column[i].middle() - column[i - 1].middle()) / pitch;
            ++gaps;
            padded += std::abs(lines - std::round(lines)) > kOff;
        }
    }
    return padded >= 2 && padded * 2 >= gaps;
}

RowBorder border_at(const std::vector<ProseColumn>& columns, double top) {
    RowBorder border;
    border.top = border.at = top;
    for (const ProseColumn& column : columns) border.stands.push_back(stand_of(column, top));
    border.edges.assign(columns.size(), false);
    return border;
}

// The heights at which rows may begin, by the texts.
std::vector<double> candidate_tops(const std::vector<ProseColumn>& columns) {
    std::vector<double> tops;
    for (const ProseColumn& column : columns) {
        for (const ProseLine& line : column) {
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
bool any_ended(const std::vector<ProseColumn>& columns, const RowBorder& border, double from) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const bool has = std::any_of(columns[c].begin(), columns[c].end(), [&](const ProseLine& line) {
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
        if (region.across[i]) tops.push_back(region.lines[i].middle() - kHalfType * region.lines[i].size);
    }
    return tops;
}

// Whether more speaks for a row's beginning than for texts that go on.
bool parts_rows(const RowBorder& border, const std::vector<double>& weights) {
    double for_it = 0;
    double against = 0;
    for (std::size_t c = 0; c < weights.size(); ++c) {
        if (border.stands[c] == Stand::begins) for_it += weights[c];
        if (border.stands[c] == Stand::passes) against += weights[c];
    }
    return for_it > against;
}

// The first row of texts that stand at their columns' left sides below names that stand in their middles.
std::optional<double> top_below_names(const std::vector<ProseColumn>& columns) {
    std::size_t names = 0;
    std::size_t centred = 0;
    double top = 1e9;
    for (const ProseColumn& column : columns) {
        if (column.size() < 2 || column[1].starts) continue;
        ++names;
        const bool moved = column[0].left - column[1].left > 0.8 * column[1].size;
        centred += moved && !column[0].full;
        top = std::min(top, column[1].top);
    }
    if (centred < 2 || centred * 2 < names) return std::nullopt;
    return top;
}

std::vector<RowBorder> borders_by_text(const std::vector<ProseColumn>& columns, const std::vector<double>& across,
                                       bool padding) {
    const std::vector<double> weights = weights_of(columns);
    std::vector<RowBorder> borders;
    std::vector<double> tops = candidate_tops(columns);
    tops.insert(tops.end(), across.begin(), across.end());
    const std::optional<double> names = top_below_names(columns);
    if (names) tops.push_back(*names);
    std::sort(tops.begin(), tops.end());
    for (const double top : tops) {
        RowBorder border = border_at(columns, top);
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

// Drops the borders above rows that hold nothing but marks that the row above lacks: these stand in the middle of it.
void drop_borders_above_marks(const std::vector<ProseColumn>& columns, const std::vector<double>& across,
                              std::vector<RowBorder>& borders) {
    constexpr double kLittle = 0.5;
    const std::vector<double> weights = weights_of(columns);
    const auto is_heading = [&](const RowBorder& border) {
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
std::vector<RowBorder> borders_by_rules(const std::vector<ProseColumn>& columns, const std::vector<double>& xs,
                                        const std::vector<Rule>& horizontal, std::size_t rows) {
    constexpr double kSameHeight = 3;  // points
    constexpr double kOver = 0.5;      // share of a column
    std::vector<RowBorder> borders;
    double top = 1e9;
    double bottom = 0;
    for (const ProseColumn& column : columns) {
        for (const ProseLine& line : column) {
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
        for (const ProseColumn& column : columns) {
            for (const ProseLine& line : column) {
                if (line.middle() > rule.at) below = std::min(below, line.top);
            }
        }
        RowBorder border = border_at(columns, below);
        border.at = rule.at;
        border.ruled = true;
        border.edges = std::move(edges);
        borders.push_back(std::move(border));
    }
    if (borders.size() < 2 || borders.size() * 5 < rows * 3) borders.clear();
    return borders;
}

// The rows' borders: where rules or fields part the rows, those, and above the first of them what the texts tell.
std::vector<RowBorder> all_borders(const std::vector<ProseColumn>& columns, const ProseRegion& region,
                                   const std::vector<Rule>& horizontal, double pitch) {
    std::vector<RowBorder> borders = borders_by_text(columns, tops_across(region), has_padding(columns, pitch));
    drop_borders_above_marks(columns, tops_across(region), borders);
    std::vector<RowBorder> ruled = borders_by_rules(columns, region.xs, horizontal, borders.size());
    if (ruled.empty()) return borders;
    std::erase_if(borders, [&](const RowBorder& border) { return border.top >= ruled.front().at - 1; });
    borders.insert(borders.end(), ruled.begin(), ruled.end());
    return borders;
}

// Each row's edge: in the middle of the white above it, in the columns whose texts do not go on.
void set_edges(const std::vector<ProseColumn>& columns, const ProseRegion& region, std::vector<RowBorder>& borders) {
    for (RowBorder& border : borders) {
        if (border.ruled) continue;
        double above = -1e9;
        for (std::size_t i = 0; i < region.lines.size(); ++i) {
            const TextLine& line = region.lines[i];
            if (region.across[i] && line.middle() < border.top) above = line.middle() + kHalfType * line.size;
        }
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (border.stands[c] == Stand::passes) continue;
            for (const ProseLine& line : columns[c]) {
                if (line.middle() < border.top) above = std::max(above, line.bottom);
            }
        }
        border.at = above < -1e8 ? border.top - 2 : std::min(border.top, (above + border.top) / 2);
    }
}

}  // namespace

std::vector<RowBorder> row_borders(const std::vector<ProseColumn>& columns, const ProseRegion& region,
                                   const std::vector<Rule>& horizontal, double pitch) {
    std::vector<RowBorder> borders = all_borders(columns, region, horizontal, pitch);
    set_edges(columns, region, borders);
    return borders;
}

Closed closed_sides(const std::vector<ProseColumn>& columns, const std::vector<RowBorder>& borders) {
    const auto has_text = [&](std::size_t c, double from, double to) {
        return std::any_of(columns[c].begin(), columns[c].end(),
                           [&](const ProseLine& line) { return line.middle() > from && line.middle() < to; });
    };
    Closed closed;
    std::vector<double> above(columns.size(), -1e9);  // the upper edge of each column's cell above
    for (std::size_t b = 0; b < borders.size(); ++b) {
        const RowBorder& border = borders[b];
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

}  // namespace torimatome::parsers::pdf
