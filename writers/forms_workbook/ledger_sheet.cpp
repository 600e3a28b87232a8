#include "writers/forms_workbook/ledger_sheet.hpp"

#include "writers/forms_workbook/form_page.hpp"

namespace torimatome::writers {

void write_ledger(Workbook& workbook, const Sheet& sheet, const std::vector<std::vector<std::string>>& rows) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < rows[row].size(); ++i) {
            write_mark(workbook, sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i),
                       rows[row][i].empty() ? "-" : rows[row][i]);
        }
    }
    protect_form(sheet);
    worksheet_hide(sheet.handle);
}

}  // namespace torimatome::writers
