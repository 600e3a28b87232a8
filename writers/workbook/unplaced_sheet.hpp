// 未配置: text of the inputs that found no place in any record, so that nothing is lost.
#pragma once

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes one row a text, with where it stood.
void write_unplaced_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book);

}  // namespace torimatome::writers
