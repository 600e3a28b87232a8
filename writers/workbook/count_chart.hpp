// Charts of count tables that can be read in black and white as well.
#pragma once

#include <string>

#include "writers/workbook/record_counts.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

/// Where a count table stands on its sheet: its counts, without headings, totals and row names.
struct CountPlace {
    lxw_row_t header_row = 0;
    lxw_col_t name_column = 0;
};

/// Size of the charts in pixels.
inline constexpr int kChartWidth = 620;
inline constexpr int kChartHeight = 330;

/// Puts a stacked column chart of `table`, which stands at `place`, on the sheet at (row, column): one column a row,
/// one shade a column.
void insert_count_chart(Workbook& workbook, const Sheet& sheet, const CountTable& table, const CountPlace& place,
                        lxw_row_t row, lxw_col_t column);

}  // namespace torimatome::writers
