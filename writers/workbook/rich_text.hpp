// Cells whose text carries formatting of its own: underlines say what is new this year, so they must stay.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

/// A stretch of a cell's text and how it looks.
struct RichPart {
    std::string text;
    CellStyle style;  ///< only its font counts
};

/// Merges `range` and writes the parts into it, in a cell of `style`. False where there are more of them, or more text,
/// than a cell's formatting holds: then the text stands there plain.
bool write_rich_parts(Workbook& workbook, const Sheet& sheet, const CellRange& range,
                      const std::vector<RichPart>& parts, const CellStyle& style);

/// Whether `runs` say more about `text` than `text` alone: joined they give it, and one of them is not plain.
bool runs_apply(const std::string& text, const std::vector<TextRun>& runs);

/// Merges `range` and writes `text` into it with the formatting of `runs` (ignored where they do not apply), in a cell
/// of `style`. False where the formatting was too much for a cell: then the text stands there plain.
bool write_rich(Workbook& workbook, const Sheet& sheet, const CellRange& range, const std::string& text,
                const std::vector<TextRun>& runs, const CellStyle& style);

}  // namespace torimatome::writers
