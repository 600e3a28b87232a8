// Cells whose text carries formatting of its own: underlines say what is new this year, so they must stay.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

/// Whether `runs` say more about `text` than `text` alone: joined they give it, and one of them is not plain.
bool runs_apply(const std::string& text, const std::vector<TextRun>& runs);

/// Merges `range` and writes `text` into it with the formatting of `runs` (ignored where they do not apply), in a cell
/// of `style`. False where the formatting was too much for a cell: then the text stands there plain.
bool write_rich(Workbook& workbook, const Sheet& sheet, const CellRange& range, const std::string& text,
                const std::vector<TextRun>& runs, const CellStyle& style);

}  // namespace torimatome::writers
