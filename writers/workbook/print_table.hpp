// The records of a print sheet: cells that span records, the rows that they take, and the pages these fall on.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/finding.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/row_plan.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

/// One cell of the printed table. It spans the records first..last of its sheet (0-based): a field that is inherited
/// is the cell above, going on.
struct PrintCell {
    std::size_t column = 0;
    int first = 0;
    int last = 0;
    const Field* field = nullptr;  ///< of the first record; null where it gives none
};

/// The cells of `records`, column by column. An inherited field that differs from the text above has a cell of its
/// own, so that nothing is lost.
std::vector<PrintCell> print_cells(const std::vector<const Record*>& records, const std::vector<PrintColumn>& columns);

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
