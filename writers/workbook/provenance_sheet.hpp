// 出典: where every field of every record came from.
#pragma once

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/print_sheet.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes one row a record with a column a field. A list longer than a sheet goes on in another sheet of the same name
/// with a number.
void write_provenance_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book);

}  // namespace torimatome::writers
