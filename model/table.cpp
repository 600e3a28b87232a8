#include "model/table.hpp"

namespace torimatome {

const std::string& Cell::text() const {
    static const std::string none;
    return content ? content->text : none;
}

bool operator==(const Cell& a, const Cell& b) {
    const bool same_place = a.row == b.row && a.column == b.column && a.row_span == b.row_span &&
                            a.column_span == b.column_span && a.place == b.place;
    const bool same_state = a.hidden == b.hidden && a.open_top == b.open_top && a.form_mark == b.form_mark;
    static const CellText none;
    const CellText& text_a = a.content ? *a.content : none;
    const CellText& text_b = b.content ? *b.content : none;
    return same_place && same_state && text_a == text_b;
}

SourcePosition position_of(const Table& table, const Cell& cell) {
    SourcePosition position;
    if (const auto* sheet = std::get_if<SheetPlace>(&cell.place)) {
        position.sheet = table.sheet;
        position.cell = cell_address(sheet->row, sheet->column);
    } else if (const auto* line = std::get_if<LinePlace>(&cell.place)) {
        position.line = line->line;
    } else if (const auto* page = std::get_if<PagePlace>(&cell.place)) {
        position.page = page->page;
        position.turned = page->turned;
        position.box = page->box;
    }
    return position;
}

}  // namespace torimatome
