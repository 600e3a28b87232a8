// Which cells have a rule above them, in a sheet that is read row by row.
#pragma once

#include <vector>

#include "parsers/xlsx/styles.hpp"

namespace torimatome::parsers::xlsx {

inline constexpr int kLastColumn = 16'384;

/// The bottom borders seen so far: those of the last row matter. Rows and columns may have a style for the cells that
/// the file does not list.
struct RuledLines {
    bool any = false;                                              ///< the sheet uses borders at all
    std::vector<int> seen_in = std::vector<int>(kLastColumn + 2);  ///< by column: the row of the last listed cell
    std::vector<bool> below = std::vector<bool>(kLastColumn + 2);  ///< by column: whether that cell had a bottom border
    std::vector<bool> column_below = std::vector<bool>(kLastColumn + 2);  ///< by column: of the column's own style
    int styled_row = 0;                                                   ///< the last row with a style of its own
    bool styled_row_below = false;
};

/// Whether nothing is ruled between the cell and the one above it.
bool is_open_above(const RuledLines& lines, int row, int column, const CellStyle& style);

/// Notes a listed cell, with or without text. To be called after is_open_above, row by row.
void note_cell(RuledLines& lines, int row, int column, const CellStyle& style);

}  // namespace torimatome::parsers::xlsx
