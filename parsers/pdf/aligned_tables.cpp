#include "parsers/pdf/aligned_tables.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "parsers/pdf/cell_text.hpp"
#include "parsers/pdf/gutters.hpp"
#include "parsers/pdf/text_lines.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

// Lines of one column that follow each other closely: the text of one cell, or of cells that touch.
struct Block {
    std::size_t column = 0;
    double top = 0;
    double bottom = 0;
    std::vector<const Glyph*> glyphs;
};

double usual_pitch(const std::vector<std::vector<TextLine>>& columns) {
    std::vector<double> pitches;
    for (const auto& lines : columns) {
        for (std::size_t i = 1; i < lines.size(); ++i) pitches.push_back(lines[i].box.y0 - lines[i - 1].box.y0);
    }
    if (pitches.empty()) return 0;
    // Lines of one cell stand closest.
    const auto quarter = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 4);
    std::nth_element(pitches.begin(), quarter, pitches.end());
    return *quarter;
}

bool is_prose(const TextLine& line) {
    constexpr std::size_t kFewest = 4;  // characters
    return line.glyphs.size() >= kFewest && std::any_of(line.glyphs.begin(), line.glyphs.end(), [](const Glyph* glyph) {
               return text::is_japanese(glyph->code);
           });
}

// Whether each line is a row of its own: lines that the columns' width broke would fill it, and few do.
bool is_list(const std::vector<std::vector<TextLine>>& columns) {
    constexpr double kFull = 3;  // of the type's size that a broken line may leave free before the next column
    std::size_t pairs = 0;
    std::size_t full = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto& lines = columns[c];
        double right = 0;
        for (const TextLine& line : lines) right = std::max(right, line.box.x1);
        if (c + 1 < columns.size()) {
            double next = 1e9;
            for (const TextLine& line : columns[c + 1]) next = std::min(next, line.box.x0);
            if (next < 1e9) right = next;
        }
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const TextLine& above = lines[i - 1];
            const bool close = lines[i].box.y0 - above.box.y0 < 2 * above.size;
            if (!close || !is_prose(above) || !is_prose(lines[i])) continue;
            ++pairs;
            full += right - above.box.x1 < kFull * above.size;
        }
    }
    return full * 2 < pairs || pairs == 0;
}

std::vector<Block> blocks_of(const std::vector<std::vector<TextLine>>& columns) {
    constexpr double kWider = 1.12;  // of the usual pitch: even a row's smallest padding is more
    constexpr double kWidest = 1.9;  // of the type's size: lines of one cell stand no further apart
    const double pitch = is_list(columns) ? 0 : usual_pitch(columns);
    std::vector<Block> blocks;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (std::size_t i = 0; i < columns[c].size(); ++i) {
            const TextLine& line = columns[c][i];
            const double distance = i > 0 ? line.box.y0 - columns[c][i - 1].box.y0 : 0;
            const bool goes_on = i > 0 && distance <= std::min(kWider * pitch, kWidest * line.size);
            if (!goes_on) blocks.push_back({c, line.box.y0, line.box.y1, {}});
            blocks.back().bottom = line.box.y1;
            blocks.back().glyphs.insert(blocks.back().glyphs.end(), line.glyphs.begin(), line.glyphs.end());
        }
    }
    return blocks;
}

// Where rows begin: where more columns begin a text than have one that goes on.
std::vector<double> row_tops(const std::vector<Block>& blocks, double size) {
    const double near = 0.45 * size;
    std::vector<double> tops;
    for (const Block& block : blocks) tops.push_back(block.top);
    std::sort(tops.begin(), tops.end());
    std::vector<double> rows;
    for (std::size_t i = 0; i < tops.size();) {
        const double top = tops[i];
        std::size_t next = i;
        while (next < tops.size() && tops[next] - top <= near) ++next;
        const auto going_on = std::count_if(blocks.begin(), blocks.end(), [&](const Block& block) {
            return block.top < top - near && block.bottom > top + 0.6 * size;
        });
        const auto starting = static_cast<std::ptrdiff_t>(next - i);
        if (rows.empty() || starting > going_on || starting >= 3) rows.push_back(top);
        i = next;
    }
    return rows;
}

std::size_t row_at(const std::vector<double>& rows, double y, double size) {
    const auto next = std::upper_bound(rows.begin(), rows.end(), y + 0.5 * size);
    return next == rows.begin() ? 0 : static_cast<std::size_t>(next - rows.begin()) - 1;
}

struct Draft {
    std::vector<const Glyph*> glyphs;
    std::size_t last_row = 0;
    double top = 1e9;
    double bottom = 0;
};

// A part of a line over columns [first, last].
struct Part {
    TextLine line;
    std::size_t first = 0;
    std::size_t last = 0;
};

std::size_t column_of(const ColumnBlock& block, double x) {
    const auto edge = std::upper_bound(block.edges.begin(), block.edges.end(), x);
    const auto count = static_cast<std::ptrdiff_t>(block.edges.size()) - 1;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(edge - block.edges.begin() - 1, 0, count - 1));
}

// A line above the columns, cut where it is white at their gutters: a heading may stand over several of them.
std::vector<Part> heading_parts(const TextLine& line, const ColumnBlock& block) {
    std::vector<Part> parts;
    for (const Glyph* glyph : line.glyphs) {
        const std::size_t first = column_of(block, glyph->box.x0 + 0.3);
        const std::size_t last = column_of(block, glyph->box.x1 - 0.3);
        const bool apart = !parts.empty() && glyph->box.x0 - parts.back().line.box.x1 > 0.2 * line.size;
        if (parts.empty() || (apart && first > parts.back().last)) {
            parts.push_back({{{}, glyph->box, line.size}, first, last});
        }
        Part& part = parts.back();
        part.line.glyphs.push_back(glyph);
        part.line.box.x1 = std::max(part.line.box.x1, glyph->box.x1);
        part.last = std::max(part.last, last);
    }
    return parts;
}

// How many lines directly above the block are its headings: they stand close, in as many places as most columns.
std::size_t heading_lines(const std::vector<TextLine>& lines, const ColumnBlock& block) {
    constexpr double kClose = 4;  // sizes of the type
    std::size_t count = 0;
    while (count < 3 && count < block.first) {
        const TextLine& line = lines[block.first - count - 1];
        const TextLine& below = lines[block.first - count];
        if (below.box.y0 - line.box.y1 > kClose * line.size) break;
        if (heading_parts(line, block).size() * 2 < block.edges.size() - 1) break;
        ++count;
    }
    return count;
}

PageTable make_table(const Page& page, const std::vector<TextLine>& lines, const ColumnBlock& block) {
    const std::size_t count = block.edges.size() - 1;
    std::vector<std::vector<const Glyph*>> glyphs(count);
    double size = 0;
    for (std::size_t i = block.first; i < block.last; ++i) {
        size = std::max(size, lines[i].size);
        for (const Glyph* glyph : lines[i].glyphs) {
            glyphs[column_of(block, glyph->center_x())].push_back(glyph);
        }
    }
    std::vector<std::vector<TextLine>> columns;
    for (const auto& column : glyphs) columns.push_back(find_lines(column));
    const std::vector<Block> blocks = blocks_of(columns);
    const std::vector<double> rows = row_tops(blocks, size);

    std::vector<std::vector<Draft>> drafts(rows.size(), std::vector<Draft>(count));
    for (const Block& each : blocks) {
        const std::size_t row = row_at(rows, each.top, size);
        Draft& draft = drafts[row][each.column];
        draft.glyphs.insert(draft.glyphs.end(), each.glyphs.begin(), each.glyphs.end());
        draft.top = std::min(draft.top, each.top);
        draft.bottom = std::max(draft.bottom, each.bottom);
        draft.last_row = std::max(draft.last_row, std::max(row, row_at(rows, each.bottom - 1.2 * size, size)));
    }
    PageTable result;
    Table& table = result.table;
    const std::size_t heading = heading_lines(lines, block);
    table.page = page.number;
    table.rows = static_cast<int>(rows.size() + heading);
    table.columns = static_cast<int>(count);
    table.gridded = true;
    for (std::size_t c = 0; c < count; ++c) {
        double left = block.edges[c + 1];
        for (const TextLine& line : columns[c]) left = std::min(left, line.box.x0);
        result.edges.push_back(left);
    }
    result.box = {block.edges.front(), lines[block.first - heading].box.y0, block.edges.back(),
                  lines[block.last - 1].box.y1};
    for (std::size_t h = 0; h < heading; ++h) {
        for (const Part& part : heading_parts(lines[block.first - heading + h], block)) {
            Cell cell;
            cell.row = static_cast<int>(h) + 1;
            cell.column = static_cast<int>(part.first) + 1;
            cell.column_span = static_cast<int>(part.last - part.first) + 1;
            cell.place = PagePlace{page.number, page.turned, as_shown(page, part.line.box)};
            cell.content = std::make_shared<const CellText>(cell_text(part.line.glyphs, part.line.box));
            table.cells.push_back(std::move(cell));
            result.cell_edges.push_back({});
        }
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < count; ++c) {
            const Draft& draft = drafts[r][c];
            if (draft.glyphs.empty()) continue;
            Cell cell;
            cell.row = static_cast<int>(r + heading) + 1;
            cell.column = static_cast<int>(c) + 1;
            cell.row_span = static_cast<int>(draft.last_row - r) + 1;
            double right = 0;
            for (const TextLine& line : columns[c]) right = std::max(right, line.box.x1);
            const Box box{result.edges[c], draft.top, right, draft.bottom};
            cell.place = PagePlace{page.number, page.turned, as_shown(page, box)};
            cell.content = std::make_shared<const CellText>(cell_text(draft.glyphs, box));
            table.cells.push_back(std::move(cell));
            result.cell_edges.push_back({false, false, fills_last_line(draft.glyphs, box)});
        }
    }
    return result;
}

bool is_table(const PageTable& table) {
    constexpr int kFewestRows = 3;
    std::vector<int> filled(static_cast<std::size_t>(table.table.rows) + 1);
    for (const Cell& cell : table.table.cells) ++filled[static_cast<std::size_t>(cell.row)];
    const auto rows = std::count_if(filled.begin(), filled.end(), [](int count) { return count > 1; });
    if (table.table.columns > 2) return rows >= kFewestRows;
    return rows >= kFewestRows && rows * 3 >= table.table.rows * 2;
}

}  // namespace

// The first lines that keep to the columns of the page before: at least one of them fills two.
ColumnBlock block_with(const std::vector<TextLine>& lines, const AlignedColumns& columns) {
    ColumnBlock block{0, 0, columns.gutters};
    bool parted = false;
    const auto keeps = [&](const TextLine& line) {
        for (std::size_t g = 1; g + 1 < columns.gutters.size(); ++g) {
            const double x = columns.gutters[g];
            for (const Glyph* glyph : line.glyphs) {
                if (glyph->box.x0 < x && glyph->box.x1 > x) return false;
            }
            parted = parted || (line.box.x0 < x && line.box.x1 > x);
        }
        return true;
    };
    if (columns.gutters.size() < 3) return block;
    while (block.last < lines.size() && keeps(lines[block.last])) ++block.last;
    if (!parted) block.last = 0;
    return block;
}

std::vector<PageTable> find_aligned_tables(const Page& page, std::vector<const Glyph*>& glyphs,
                                           AlignedColumns& columns) {
    std::vector<PageTable> tables;
    std::vector<TextLine> lines = find_lines(glyphs);
    std::set<const Glyph*> taken;
    const auto take = [&](const ColumnBlock& block, PageTable table) {
        const std::size_t first = block.first - heading_lines(lines, block);
        for (std::size_t i = first; i < block.last; ++i) taken.insert(lines[i].glyphs.begin(), lines[i].glyphs.end());
        columns = {block.edges, table.edges};
        tables.push_back(std::move(table));
    };
    if (const ColumnBlock block = block_with(lines, columns); block.last > 0) {
        PageTable table = make_table(page, lines, block);
        table.edges = columns.edges;
        take(block, std::move(table));
        lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(block.last));
    } else {
        columns = {};
    }
    for (const ColumnBlock& block : find_column_blocks(lines)) {
        PageTable table = make_table(page, lines, block);
        if (is_table(table)) take(block, std::move(table));
    }
    std::erase_if(glyphs, [&](const Glyph* glyph) { return taken.contains(glyph); });
    return tables;
}

}  // namespace torimatome::parsers::pdf
