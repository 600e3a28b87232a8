#include "parsers/xlsx/ruled_lines.hpp"

namespace torimatome::parsers::xlsx {

namespace {

bool has_rule_below(const RuledLines& lines, int row, int column) {
    const auto at = static_cast<std::size_t>(column);
    if (row < 1) return false;
    if (lines.seen_in[at] == row) return lines.below[at];
    if (lines.styled_row == row) return lines.styled_row_below;
    return lines.column_below[at];
}

}  // namespace

bool is_open_above(const RuledLines& lines, int row, int column, const CellStyle& style) {
    return !style.top_border && !has_rule_below(lines, row - 1, column);
}

void note_cell(RuledLines& lines, int row, int column, const CellStyle& style) {
    const auto at = static_cast<std::size_t>(column);
    lines.seen_in[at] = row;
    lines.below[at] = style.bottom_border;
    lines.any = lines.any || style.any_border;
}

}  // namespace torimatome::parsers::xlsx
