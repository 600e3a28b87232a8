// The records of a print sheet, written: merged cells, row heights, rich text.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/finding.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/row_plan.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

/// What became of a sheet's records.
struct PrintedTable {
    std::vector<lxw_row_t> first_rows;    ///< of each record; one more entry than records: the row below the table
    std::vector<lxw_row_t> page_starts;   ///< rows that start a page
    std::vector<CellCoordinates> places;  ///< of each record: its first cell of its own, 1-based
};

/// Writes the records from `first_row` on.
PrintedTable write_table(Workbook& workbook, const Sheet& sheet, lxw_row_t first_row,
                         const std::vector<const Record*>& records, const std::vector<PrintColumn>& columns,
                         const PrintLayout& layout, const PageRoom& room, Findings& findings);

}  // namespace torimatome::writers
