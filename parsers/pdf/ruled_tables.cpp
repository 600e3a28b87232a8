#include "parsers/pdf/ruled_tables.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "parsers/pdf/cell_text.hpp"
#include "parsers/pdf/cut_text.hpp"
#include "parsers/pdf/overrun.hpp"
#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

namespace {

bool holds(const Box& box, double x, double y) { return x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1; }

double area_of(const Box& box) { return (box.x1 - box.x0) * (box.y1 - box.y0); }

int cells_inside(const Grid& grid) {
    return static_cast<int>(
        std::count_if(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) { return !cell.outside; }));
}

bool stands_in(const Grid& inner, const Grid& outer) {
    const Box box = inner.box();
    return area_of(box) < area_of(outer.box()) && holds(outer.box(), box.x0, box.y0) &&
           holds(outer.box(), box.x1, box.y1);
}

// A frame around a table, and a small box within a cell (a tick box, a word in a frame), are no tables.
void drop_frames(std::vector<Grid>& grids) {
    constexpr int kFewestNested = 4;
    std::vector<bool> dropped(grids.size());
    for (std::size_t i = 0; i < grids.size(); ++i) {
        for (std::size_t j = 0; j < grids.size(); ++j) {
            if (i == j || dropped[i] || dropped[j] || !stands_in(grids[i], grids[j])) continue;
            const bool frame = cells_inside(grids[j]) == 1;
            if (frame && cells_inside(grids[i]) > 1) dropped[j] = true;
            if (!frame && cells_inside(grids[i]) < kFewestNested) dropped[i] = true;
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < grids.size(); ++i) {
        if (dropped[i]) continue;
        if (kept != i) grids[kept] = std::move(grids[i]);
        ++kept;
    }
    grids.resize(kept);
}

int unit_at(const std::vector<double>& lines, double place) {
    const auto next = std::upper_bound(lines.begin(), lines.end(), place);
    return static_cast<int>(next - lines.begin()) - 1;
}

const GridCell* cell_at(const Grid& grid, double x, double y) {
    const int column = unit_at(grid.xs, x);
    const int row = unit_at(grid.ys, y);
    if (column < 0 || row < 0 || column >= grid.columns() || row >= grid.rows()) return nullptr;
    const int index = grid.cell_at[static_cast<std::size_t>(row * grid.columns() + column)];
    const GridCell& cell = grid.cells[static_cast<std::size_t>(index)];
    return cell.outside ? nullptr : &cell;
}

// Whether white gaps part the line into columns, three or more.
bool is_parted(const TextLine& line) {
    constexpr double kGap = 0.5;  // of the type's size
    int gaps = 0;
    for (std::size_t i = 1; i < line.glyphs.size(); ++i) {
        gaps += line.glyphs[i]->box.x0 - line.glyphs[i - 1]->box.x1 > kGap * line.size;
    }
    return gaps > 1 || parts_of(line).size() > 1;
}

// Whether the grid only parts rows (bands of colour, lines between rows): its cells, those of its widest column, hold
// columns of text that nothing is ruled between. A single frame may hold such a text, too: bands of rows are several.
bool parts_rows_only(const std::vector<Grid>& grids, std::size_t index, const CellGlyphs& glyphs) {
    constexpr double kSamePlace = 2;  // points
    const Grid& grid = grids[index];
    if (grid.columns() > 2 || grid.unruled) return false;
    const bool right = grid.columns() == 2 && grid.xs[2] - grid.xs[1] > grid.xs[1] - grid.xs[0];
    const int widest = right ? 1 : 0;
    const auto is_band_beside = [&](const Grid& other) {
        const Box box = other.box();
        return other.columns() <= 2 && std::abs(box.x1 - grid.xs.back()) < kSamePlace && box.y0 != grid.ys.front();
    };
    if (grid.rows() < 4 && std::none_of(grids.begin(), grids.end(), is_band_beside)) return false;
    std::size_t cells = 0;
    std::size_t parted = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        if (glyphs[i].empty() || cell.column > widest || cell.column + cell.column_span <= widest) continue;
        ++cells;
        const std::vector<TextLine> lines = find_lines(glyphs[i]);
        parted += std::any_of(lines.begin(), lines.end(), is_parted);
    }
    return parted * 4 > cells * 3;
}

PageTable table_of(const Page& page, const Grid& grid, const CellGlyphs& glyphs, Findings& findings) {
    PageTable result;
    result.edges = grid.xs;
    result.box = grid.box();
    result.unruled = grid.unruled;
    result.table.unruled = grid.unruled;
    Table& table = result.table;
    table.page = page.number;
    table.rows = grid.rows();
    table.columns = grid.columns();
    table.gridded = true;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& from = grid.cells[i];
        const bool spans = from.row_span > 1 || from.column_span > 1 || from.open_top || from.open_bottom;
        if (from.outside || (glyphs[i].empty() && !spans)) continue;
        Cell cell;
        cell.row = from.row + 1;
        cell.column = from.column + 1;
        cell.row_span = from.row_span;
        cell.column_span = from.column_span;
        cell.place = PagePlace{page.number, page.turned, as_shown(page, from.box)};
        if (!grid.unruled) check_cut_text(page, from, glyphs[i], findings);
        CellText text = cell_text(glyphs[i], from.box);
        if (!text.text.empty() || !text.struck.empty())
            cell.content = std::make_shared<const CellText>(std::move(text));
        table.cells.push_back(std::move(cell));
        result.cell_edges.push_back({from.open_top, from.open_bottom, fills_last_line(glyphs[i], from.box)});
    }
    return result;
}

}  // namespace

std::vector<PageTable> fill_tables(const Page& page, std::vector<Grid> grids, std::vector<LooseText>& boxed,
                                   std::vector<const Glyph*>& rest, Findings& findings) {
    drop_frames(grids);
    // The smallest grid around a glyph takes it.
    std::stable_sort(grids.begin(), grids.end(),
                     [](const Grid& a, const Grid& b) { return area_of(a.box()) < area_of(b.box()); });
    std::vector<CellGlyphs> glyphs;
    for (const Grid& grid : grids) glyphs.emplace_back(grid.cells.size());
    for (const Glyph& glyph : page.glyphs) {
        if (glyph.hidden) continue;
        bool placed = false;
        for (std::size_t g = 0; g < grids.size() && !placed; ++g) {
            const GridCell* cell = cell_at(grids[g], glyph.center_x(), glyph.center_y());
            if (!cell) continue;
            glyphs[g][static_cast<std::size_t>(cell - grids[g].cells.data())].push_back(&glyph);
            placed = true;
        }
        if (!placed) rest.push_back(&glyph);
    }
    std::vector<PageTable> tables;
    for (std::size_t g = 0; g < grids.size(); ++g) {
        if (parts_rows_only(grids, g, glyphs[g])) {
            for (const auto& cell : glyphs[g]) rest.insert(rest.end(), cell.begin(), cell.end());
            continue;
        }
        if (!grids[g].unruled) {
            take_hung_signs(grids[g], glyphs[g], rest);
            join_overruns(page, grids[g], glyphs[g], findings);
        }
        PageTable table = table_of(page, grids[g], glyphs[g], findings);
        const bool any_text = std::any_of(table.table.cells.begin(), table.table.cells.end(),
                                          [](const Cell& cell) { return cell.content != nullptr; });
        if (!any_text) continue;
        if (cells_inside(grids[g]) > 1) {
            tables.push_back(std::move(table));
            continue;
        }
        for (const Cell& cell : table.table.cells) {
            if (cell.content) boxed.push_back({cell.text(), position_of(table.table, cell)});
        }
    }
    std::stable_sort(tables.begin(), tables.end(),
                     [](const PageTable& a, const PageTable& b) { return a.box.y0 < b.box.y0; });
    return tables;
}

}  // namespace torimatome::parsers::pdf
