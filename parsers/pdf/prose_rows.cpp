#include "parsers/pdf/prose_rows.hpp"

#include <algorithm>
#include <cmath>

#include "parsers/pdf/prose_borders.hpp"
#include "parsers/pdf/prose_merges.hpp"

namespace torimatome::parsers::pdf {

namespace {

// Whether the names above `bottom` run on from one column into the next, without a gap: one name over both. Texts of
// several lines that fill their columns are no names.
bool runs_on(const ProseColumn& column, const ProseColumn& next, double bottom) {
    constexpr double kNoGap = 0.25;  // sizes of the type
    constexpr std::ptrdiff_t kMostLines = 2;
    const auto is_above = [bottom](const ProseLine& line) { return line.middle() <= bottom; };
    if (std::count_if(column.begin(), column.end(), is_above) > kMostLines) return false;
    return std::any_of(column.begin(), column.end(), [&](const ProseLine& line) {
        return is_above(line) && std::any_of(next.begin(), next.end(), [&](const ProseLine& rest) {
                   return std::abs(rest.middle() - line.middle()) < kNoGap * line.size &&
                          rest.left - line.right < kNoGap * line.size;
               });
    });
}

// How many columns each text of the first row names, by its column: names stand in the middle of their columns. Columns
// that the name of another takes have 0.
std::vector<int> named_columns(const ProseRegion& region, const std::vector<ProseColumn>& columns, double bottom) {
    constexpr double kNearer = 0.5;  // sizes of the type
    const std::size_t count = columns.size();
    struct Name {
        std::size_t column = 0;
        std::size_t last = 0;  // column
        double left = 0;
        double right = 0;
        double size = 0;
        bool at_edge = false;  // begins where the texts below do
    };
    std::vector<Name> names;
    for (std::size_t c = 0; c < count; ++c) {
        double left = 1e9;
        double right = 0;
        double below = 1e9;
        double size = 0;
        for (const ProseLine& line : columns[c]) {
            if (line.middle() > bottom) {
                below = std::min(below, line.left);
                continue;
            }
            left = std::min(left, line.left);
            right = std::max(right, line.right);
            size = line.size;
        }
        if (right <= 0) continue;
        const bool goes_on =
            !names.empty() && names.back().last + 1 == c && runs_on(columns[c - 1], columns[c], bottom);
        if (goes_on) {
            names.back().last = c;
            names.back().right = right;
        } else {
            names.push_back({c, c, left, right, size, std::abs(left - below) < 1});
        }
    }
    std::vector<int> spans(count, 1);
    std::size_t free = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Name& name = names[i];
        const std::size_t end = i + 1 < names.size() ? names[i + 1].column : count;
        const auto off = [&](std::size_t first, std::size_t last) {
            return std::abs((region.xs[first] + region.xs[last + 1] - name.left - name.right) / 2);
        };
        std::size_t first = name.column;
        std::size_t last = name.last;
        double least = off(first, last) - kNearer * name.size;
        for (std::size_t a = free; a <= name.column && !name.at_edge; ++a) {
            for (std::size_t b = name.last; b < end; ++b) {
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

Grid grid_of(const ProseRegion& region, const std::vector<ProseColumn>& all, const std::vector<RowBorder>& borders,
             Closed closed, double bottom) {
    Grid grid;
    grid.xs = region.xs;
    grid.unruled = true;
    for (const RowBorder& border : borders) grid.ys.push_back(border.at);
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
    open_merged_cells(all, borders, grid.ys, barriers, closed);
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

Run run_between(const ProseColumn& column, double from, double to) {
    Run run;
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (column[i].middle() < from || column[i].middle() > to) continue;
        ++run.lines;
        if (i == 0 || column[i].starts || column[i - 1].middle() < from) continue;
        const ProseLine& above = column[i - 1];
        run.going_on += goes_on(above, column[i]);
    }
    return run;
}

// Numbers below each other as closely as the lines of one cell: rows of a list, which stand no further apart.
bool stacks_numbers(const std::vector<ProseColumn>& columns) {
    constexpr std::size_t kFewest = 3;
    std::size_t stacked = 0;
    for (const ProseColumn& column : columns) {
        for (std::size_t i = 1; i < column.size(); ++i)
            stacked += !column[i].starts && column[i].digits && column[i - 1].digits;
    }
    return stacked >= kFewest;
}

// Whether the rows below the first hold prose: many have cells of several lines that go on from one to the next.
bool holds_prose(const std::vector<ProseColumn>& columns, const std::vector<RowBorder>& borders) {
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
bool has_names(const std::vector<ProseColumn>& columns, const std::vector<RowBorder>& borders) {
    if (borders.size() < 3) return false;
    return std::all_of(columns.begin(), columns.end(), [&](const ProseColumn& column) {
        double left = 1e9;
        double right = 0;
        double below = 1e9;
        double end = 0;
        for (const ProseLine& line : column) {
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
    std::vector<ProseColumn> columns = columns_of(region);
    const double pitch = usual_pitch(columns);
    if (pitch <= 0) return std::nullopt;
    mark_starts(columns, pitch);
    const std::vector<RowBorder> borders = row_borders(columns, region, horizontal, pitch);
    double bottom = 0;
    for (const ProseColumn& column : columns) {
        for (const ProseLine& line : column) bottom = std::max(bottom, line.bottom);
    }
    constexpr std::size_t kFewestLines = 24;  // fewer tell too little of the columns
    if (!continues && (region.lines.size() < kFewestLines || !holds_prose(columns, borders) || stacks_numbers(columns)))
        return std::nullopt;
    if (!continues && columns.size() < 3 && !has_names(columns, borders)) return std::nullopt;
    return grid_of(region, columns, borders, closed_sides(columns, borders), bottom + 2);
}

}  // namespace torimatome::parsers::pdf
