// 集計: how many records where, and charts of it.
#pragma once

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes the counts as values, never formulas, each table with its chart beside it.
void write_summary_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book);

}  // namespace torimatome::writers
