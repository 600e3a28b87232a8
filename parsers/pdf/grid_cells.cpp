#include "parsers/pdf/grid_cells.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "parsers/pdf/dashes.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kSameLine = 3.0;  // points between the places of one grid line
constexpr double kCovered = 0.6;   // share of a cell's side that a rule must cover

// Places that are nearly the same as one; `weights` decide which of them it is.
std::vector<double> grid_lines(const std::vector<Rule>& rules) {
    struct Place {
        double at = 0;
        double length = 0;
    };
    std::vector<Place> lines;
    double last = -1e9;
    for (const Rule& rule : rules) {  // sorted by place
        if (!lines.empty() && rule.at - last < kSameLine) {
            Place& line = lines.back();
            line.at = (line.at * line.length + rule.at * rule.length()) / (line.length + rule.length());
            line.length += rule.length();
        } else {
            lines.push_back({rule.at, rule.length()});
        }
        last = rule.at;
    }
    std::vector<double> result;
    for (const Place& line : lines) result.push_back(line.at);
    return result;
}

// Which sides of the grid's units are ruled: sides[line][unit].
using Sides = std::vector<std::vector<bool>>;

Sides ruled_sides(const std::vector<Rule>& rules, const std::vector<double>& lines, const std::vector<double>& units) {
    Sides sides(lines.size(), std::vector<bool>(units.size() - 1));
    std::vector<std::vector<double>> covered(lines.size(), std::vector<double>(units.size() - 1));
    for (const Rule& rule : rules) {
        const auto nearest = std::min_element(lines.begin(), lines.end(), [&](double a, double b) {
            return std::abs(a - rule.at) < std::abs(b - rule.at);
        });
        auto& line = covered[static_cast<std::size_t>(nearest - lines.begin())];
        for (std::size_t u = 0; u + 1 < units.size(); ++u) {
            const double shared = std::min(rule.to, units[u + 1]) - std::max(rule.from, units[u]);
            if (shared > 0) line[u] += shared / (units[u + 1] - units[u]);
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t u = 0; u + 1 < units.size(); ++u) sides[i][u] = covered[i][u] >= kCovered;
    }
    return sides;
}

// Dashes are lost where a side is short and taken for more where a line of text goes on in their row. What a side that
// surely has them looks like tells of the others on the same line.
void mend_dashed_sides(const std::vector<Rule>& rules, const std::vector<double>& lines,
                       const std::vector<double>& units, const GreyImage& image, bool horizontal, Sides& sides) {
    constexpr double kNear = 2;  // points
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool dashed = std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
            return rule.dashed && std::abs(rule.at - lines[i]) < kNear;
        });
        if (!dashed) continue;
        std::vector<Dashes> along;
        std::optional<Dashes> known;  // the longest side that is ruled
        for (std::size_t u = 0; u + 1 < units.size(); ++u) {
            along.push_back(dashes_along(image, lines[i], units[u], units[u + 1], horizontal));
            if (sides[i][u] && (!known || along.back().length > known->length)) known = along.back();
        }
        constexpr int kLongestGap = 14;  // pixels: more, and the side is no pattern for others
        if (!known || known->longest_gap > kLongestGap) continue;
        for (std::size_t u = 0; u < along.size(); ++u) {
            sides[i][u] = sides[i][u] ? !along[u].broken_beside(*known) : along[u].like(*known);
        }
    }
}

// A line of the grid that rules no side (a short stroke beside a rule) is none.
bool drop_idle_lines(std::vector<double>& lines, const Sides& sides, std::vector<double> keep_outer) {
    std::vector<double> kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool rules_some = std::find(sides[i].begin(), sides[i].end(), true) != sides[i].end();
        const bool outer = std::find(keep_outer.begin(), keep_outer.end(), lines[i]) != keep_outer.end();
        if (rules_some || outer) kept.push_back(lines[i]);
    }
    const bool changed = kept.size() != lines.size();
    lines = std::move(kept);
    return changed;
}

// Rows that reach beyond the outermost vertical rules have open sides.
void close_open_sides(const std::vector<Rule>& horizontal, std::vector<double>& xs) {
    constexpr double kBeyond = 8;  // points
    double left = 1e9;
    double right = -1e9;
    for (const Rule& rule : horizontal) {
        left = std::min(left, rule.from);
        right = std::max(right, rule.to);
    }
    if (left < xs.front() - kBeyond) xs.insert(xs.begin(), left);
    if (right > xs.back() + kBeyond) xs.push_back(right);
}

// Where vertical rules reach on together beyond the outermost horizontal rule: the page's end cut a row there, and no
// rule closes it. `way` is 1 for the lower end, -1 for the upper.
std::vector<double> open_end(const std::vector<Rule>& vertical, const std::vector<double>& xs, double outermost,
                             int way) {
    constexpr double kBeyond = 8;  // points: less than a line of text is no row
    constexpr double kTogether = 4;
    const auto end_of = [way](const Rule& rule) { return way > 0 ? rule.to : rule.from; };
    double furthest = outermost;
    for (const Rule& rule : vertical) furthest = way > 0 ? std::max(furthest, rule.to) : std::min(furthest, rule.from);
    if (std::abs(furthest - outermost) < kBeyond) return {};
    double first = 1e9;
    double last = -1e9;
    for (const Rule& rule : vertical) {
        if (std::abs(end_of(rule) - furthest) > kTogether) continue;
        first = std::min(first, rule.at);
        last = std::max(last, rule.at);
    }
    // A stroke that sticks out is no row: its rules part at least half of the table's width.
    if (last - first < (xs.back() - xs.front()) / 2) return {};
    return {furthest};
}

struct Lattice {
    Grid grid;
    Sides across;  // horizontal sides: [y line][column]
    Sides along;   // vertical sides: [x line][row]
};

Lattice make_lattice(const Rules& group, const GreyImage& image) {
    Lattice lattice;
    Grid& grid = lattice.grid;
    grid.xs = grid_lines(group.vertical);
    grid.ys = grid_lines(group.horizontal);
    close_open_sides(group.horizontal, grid.xs);
    std::vector<double> open_ends;
    if (!grid.xs.empty() && !grid.ys.empty()) {
        const auto top = open_end(group.vertical, grid.xs, grid.ys.front(), -1);
        const auto bottom = open_end(group.vertical, grid.xs, grid.ys.back(), 1);
        grid.ys.insert(grid.ys.begin(), top.begin(), top.end());
        grid.ys.insert(grid.ys.end(), bottom.begin(), bottom.end());
        open_ends.insert(open_ends.end(), top.begin(), top.end());
        open_ends.insert(open_ends.end(), bottom.begin(), bottom.end());
    }
    for (bool changed = true; changed && grid.xs.size() > 1 && grid.ys.size() > 1;) {
        lattice.across = ruled_sides(group.horizontal, grid.ys, grid.xs);
        lattice.along = ruled_sides(group.vertical, grid.xs, grid.ys);
        mend_dashed_sides(group.horizontal, grid.ys, grid.xs, image, true, lattice.across);
        mend_dashed_sides(group.vertical, grid.xs, grid.ys, image, false, lattice.along);
        const bool rows = drop_idle_lines(grid.ys, lattice.across, open_ends);
        const bool columns = drop_idle_lines(grid.xs, lattice.along, {grid.xs.front(), grid.xs.back()});
        changed = rows || columns;
    }
    return lattice;
}

bool same_cell_right(const Lattice& lattice, int row, int column) {
    return !lattice.along[static_cast<std::size_t>(column + 1)][static_cast<std::size_t>(row)];
}

bool same_cell_below(const Lattice& lattice, int row, int column) {
    return !lattice.across[static_cast<std::size_t>(row + 1)][static_cast<std::size_t>(column)];
}

// The largest rectangle of units from (row, column) on that no rule cuts and no cell has taken.
GridCell grow(const Lattice& lattice, const std::vector<int>& taken, int row, int column) {
    const int rows = lattice.grid.rows();
    const int columns = lattice.grid.columns();
    const auto is_free = [&](int r, int c) { return taken[static_cast<std::size_t>(r * columns + c)] < 0; };
    GridCell cell;
    cell.row = row;
    cell.column = column;
    while (column + cell.column_span < columns && is_free(row, column + cell.column_span) &&
           same_cell_right(lattice, row, column + cell.column_span - 1)) {
        ++cell.column_span;
    }
    while (row + cell.row_span < rows) {
        const int next = row + cell.row_span;
        bool whole = true;
        for (int c = column; c < column + cell.column_span && whole; ++c) {
            whole = is_free(next, c) && same_cell_below(lattice, next - 1, c) &&
                    (c + 1 == column + cell.column_span || same_cell_right(lattice, next, c));
        }
        if (!whole) break;
        ++cell.row_span;
    }
    return cell;
}

bool any_ruled(const std::vector<bool>& sides, int first, int count) {
    for (int i = first; i < first + count; ++i) {
        if (sides[static_cast<std::size_t>(i)]) return true;
    }
    return false;
}

void close(const Lattice& lattice, GridCell& cell) {
    const Grid& grid = lattice.grid;
    const auto x = [&](int i) { return grid.xs[static_cast<std::size_t>(i)]; };
    const auto y = [&](int i) { return grid.ys[static_cast<std::size_t>(i)]; };
    cell.box = {x(cell.column), y(cell.row), x(cell.column + cell.column_span), y(cell.row + cell.row_span)};
    const auto& top = lattice.across[static_cast<std::size_t>(cell.row)];
    const auto& bottom = lattice.across[static_cast<std::size_t>(cell.row + cell.row_span)];
    const bool at_top = cell.row == 0;
    const bool at_bottom = cell.row + cell.row_span == grid.rows();
    cell.open_top = at_top && !any_ruled(top, cell.column, cell.column_span);
    cell.open_bottom = at_bottom && !any_ruled(bottom, cell.column, cell.column_span);
    // A cell that the page's end left open has rules on both sides; a corner beside the table has not.
    const auto& left = lattice.along[static_cast<std::size_t>(cell.column)];
    const auto& right = lattice.along[static_cast<std::size_t>(cell.column + cell.column_span)];
    const auto none = [](const std::vector<bool>& sides) {
        return std::find(sides.begin(), sides.end(), true) == sides.end();
    };
    const bool open_left = cell.column == 0 && none(left);
    const bool open_right = cell.column + cell.column_span == grid.columns() && none(right);
    const bool sides = (open_left || any_ruled(left, cell.row, cell.row_span)) &&
                       (open_right || any_ruled(right, cell.row, cell.row_span));
    cell.outside = (cell.open_top || cell.open_bottom) && !sides;
}

}  // namespace

Grid make_grid(const Rules& group, const GreyImage& image) {
    Lattice lattice = make_lattice(group, image);
    Grid& grid = lattice.grid;
    if (grid.xs.size() < 2 || grid.ys.size() < 2) return {};
    const int columns = grid.columns();
    grid.cell_at.assign(static_cast<std::size_t>(grid.rows() * columns), -1);
    for (int row = 0; row < grid.rows(); ++row) {
        for (int column = 0; column < columns; ++column) {
            if (grid.cell_at[static_cast<std::size_t>(row * columns + column)] >= 0) continue;
            GridCell cell = grow(lattice, grid.cell_at, row, column);
            close(lattice, cell);
            const int index = static_cast<int>(grid.cells.size());
            for (int r = row; r < row + cell.row_span; ++r) {
                for (int c = column; c < column + cell.column_span; ++c) {
                    grid.cell_at[static_cast<std::size_t>(r * columns + c)] = index;
                }
            }
            grid.cells.push_back(cell);
        }
    }
    const bool any = std::any_of(grid.cells.begin(), grid.cells.end(), [](const GridCell& c) { return !c.outside; });
    return any ? std::move(grid) : Grid{};
}

}  // namespace torimatome::parsers::pdf
