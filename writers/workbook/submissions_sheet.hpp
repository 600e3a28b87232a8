// 提出状況: what came in, and what became of it.
#pragma once

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes one row an input. Where the book has no submissions (one document turned into a workbook), the document's own
/// source.
void write_submissions_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book);

}  // namespace torimatome::writers
