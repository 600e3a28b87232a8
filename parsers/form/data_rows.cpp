#include "parsers/form/data_rows.hpp"

#include <algorithm>
#include <vector>

#include "parsers/form/row_lines.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

std::vector<const Cell*> own_texts(const StreamRow& row) {
    std::vector<const Cell*> own;
    for (const RowCell& cell : row.cells) {
        if (cell.own && !cell.cell->empty()) own.push_back(cell.cell);
    }
    return own;
}

bool spans_columns(const Cell& cell, const Header& header) {
    const int last = cell.column + cell.column_span - 1;
    const auto covered = std::count_if(header.columns.begin(), header.columns.end(), [&](const auto& column) {
        return column.first >= cell.column && column.first <= last;
    });
    return covered > 1;
}

// Whether a line of a row with little text is no data. Headings are no sentences, and a section's stands at the
// left: 「3 か所で実施した。」 alone in its row is a result.
bool is_page_line(const std::string& line, bool at_left, const DataRowSigns& signs) {
    const LineKind kind = signs.lines.classify(line, false, signs.title).kind;
    const bool heading = kind == LineKind::title || kind == LineKind::section || kind == LineKind::lead;
    if (heading && text::trim(line).ends_with("。")) return false;
    return kind != LineKind::unknown && (kind != LineKind::section || at_left);
}

}  // namespace

bool is_data_row(const StreamRow& row, const DataRowSigns& signs) {
    const Header& header = signs.header;
    const std::vector<const Cell*> own = own_texts(row);
    if (own.empty()) return false;
    const Cell& first = *own.front();
    if (row.table->gridded && own.size() == 1 && spans_columns(first, header)) return false;
    if (own.size() > 2) return true;
    const bool at_left = first.column <= header.columns.front().last;
    const bool full = own.size() >= header.columns.size() && !is_number_or_mark(first.text());
    if (full && !signs.outside) return true;
    // A row with all its tabs, of which two cells are filled in: 「6/24」 there is a date, not a page's number.
    const bool whole = !row.table->gridded && header.cells > 2 && static_cast<int>(row.cells.size()) == header.cells &&
                       own.size() == 2;
    if (whole && !signs.outside && !is_number_or_mark(first.text())) return true;
    if (signs.outside || (at_left && is_note(first.text()))) return false;
    const std::vector<LooseText> lines = lines_of(row);
    return std::none_of(lines.begin(), lines.end(),
                        [&](const LooseText& line) { return is_page_line(line.text, at_left, signs); });
}

}  // namespace torimatome::parsers
