// 要確認: every finding, worst first, with room for what was done about it.
#pragma once

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/print_sheet.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes `findings` (the document's and those of the writing so far) with a link to the record on its print sheet, and
/// the empty columns 対応 and 確認者.
void write_findings_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book,
                          const Findings& findings, const RecordPlaces& places);

}  // namespace torimatome::writers
