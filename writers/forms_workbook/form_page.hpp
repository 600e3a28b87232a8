// What the sheets of forms that go out have in common: page, protection, lines above the table, open and locked cells.
#pragma once

#include <string>
#include <vector>

#include "model/round.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

/// Landscape, one page wide, page numbers at the foot.
void set_form_page(const Sheet& sheet, const PrintLayout& layout);

/// Locks all cells but the open ones, without a password. Widths and heights may be changed, rows put in and taken out.
void protect_form(const Sheet& sheet);

/// Styles of a form's cells.
CellStyle locked_style(double size);
CellStyle reference_style(double size);  ///< last year's answer: grey, beside what is to be filled in
CellStyle open_style(double size);       ///< to be filled in: coloured
CellStyle heading_style(double size);

/// Hides column A, which holds the marks.
void hide_mark_column(const Sheet& sheet);
void write_mark(Workbook& workbook, const Sheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& mark);

/// The lines above a form's table. No cells are merged, since other programs lose texts under merges when columns are
/// put in; a line that is longer than the page is wide is the exception.
class FormLines {
  public:
    /// `pixels`: of all columns but the hidden first one; `last_column` the last of them.
    FormLines(Workbook& workbook, const Sheet& sheet, int pixels, lxw_col_t last_column)
        : workbook_(workbook), sheet_(sheet), pixels_(pixels), last_column_(last_column) {}

    lxw_row_t row() const { return row_; }
    void add(const std::string& text, const CellStyle& style);
    void add_gap(double height);
    /// Leaves a row to the caller, who sets its height.
    lxw_row_t take_row() { return row_++; }

  private:
    Workbook& workbook_;
    const Sheet& sheet_;
    int pixels_;
    lxw_col_t last_column_;
    lxw_row_t row_ = 0;
};

/// A drop-down of `values` for the cells of `range`, with a hint that shows beside the chosen cell. Other entries are
/// refused. The values together hold at most 255 characters.
void add_choices(const Sheet& sheet, const CellRange& range, const std::vector<std::string>& values,
                 const std::string& title, const std::string& hint);
/// A hint that shows beside the chosen cell; any entry is taken.
void add_hint(const Sheet& sheet, const CellRange& range, const std::string& title, const std::string& hint);

}  // namespace torimatome::writers
