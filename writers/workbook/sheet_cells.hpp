// Writing into a sheet. Rows and columns are 0-based here, as in libxlsxwriter; every call is checked.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

struct CellRange {
    lxw_row_t first_row = 0;
    lxw_col_t first_column = 0;
    lxw_row_t last_row = 0;
    lxw_col_t last_column = 0;

    bool single() const { return first_row == last_row && first_column == last_column; }
};

/// Text as text, whatever it starts with: never a formula, a number or a link. Empty text gives a formatted blank.
/// The caller cuts texts that are longer than a cell holds.
void write_text(const Sheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format);
void write_number(const Sheet& sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format* format);
/// A link to a cell of the same workbook: `target` such as "'提言1'!A12".
void write_link(const Sheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& target, const std::string& text,
                lxw_format* format);

/// Merges `range` (nothing to merge where it is one cell) and writes `text` into it.
void write_merged(const Sheet& sheet, const CellRange& range, const std::string& text, lxw_format* format);

/// `height` in points, at most kMaxRowHeight.
inline constexpr double kMaxRowHeight = 409.5;
void set_row_height(const Sheet& sheet, lxw_row_t row, double height);
/// `pixels` at 96 dpi; `format` for the cells that nothing is written into.
void set_column_pixels(const Sheet& sheet, lxw_col_t column, int pixels, lxw_format* format);

/// The page number in the middle of the foot and `left` at its left end, `&` doubled, cut to what Excel allows.
void set_footer(const Sheet& sheet, const std::string& left);

}  // namespace torimatome::writers
