// The characters of one cell to its text.
#pragma once

#include <vector>

#include "model/table.hpp"
#include "parsers/pdf/glyph.hpp"

namespace torimatome::parsers::pdf {

/// The text of `glyphs` within `area` (the cell, in points): lines in reading order, breaks that the cell's width
/// forced undone, breaks that the author made kept. Vertical writing and turned text are read along their own lines.
/// Underlined characters give runs, those with a line through them go to `struck`.
CellText cell_text(const std::vector<const Glyph*>& glyphs, const Box& area);

/// Whether the last line of the cell's text fills its width, so that the text may go on on the next page.
bool fills_last_line(const std::vector<const Glyph*>& glyphs, const Box& area);

}  // namespace torimatome::parsers::pdf
