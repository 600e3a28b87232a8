// 集計: how many records where, and charts of it.
#pragma once

#include <string>
#include <vector>

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/record_counts.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes `tables` below `title` as values, never formulas, each with its chart beside it where it has one.
void write_count_sheet(Workbook& workbook, const Sheet& sheet, const std::string& title,
                       const std::vector<CountTable>& tables);

/// Writes the counts as values, never formulas, each table with its chart beside it.
void write_summary_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book);

}  // namespace torimatome::writers
