// 一覧: every record in one row, for filters, formulas and other programs.
#pragma once

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes the list of all records. Spanning cells are repeated in every row; marks and choices stand as written, with
/// their number beside them; years stand as western years too. Line breaks stay where the author made them: they part
/// bullets and paragraphs, which are part of the text and not of its look.
void write_flat_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book, Findings& findings);

}  // namespace torimatome::writers
