#include "parsers/form_marks.hpp"

#include "model/round.hpp"

namespace torimatome::parsers {

bool flag_form_marks(Table& table) {
    const bool ledger = !table.cells.empty() && table.cells.front().text().starts_with(kLedgerMark);
    bool any = false;
    for (Cell& cell : table.cells) {
        if (!ledger && !is_form_mark(cell.text())) continue;
        cell.form_mark = cell.hidden = any = true;
    }
    return any;
}

}  // namespace torimatome::parsers
