// Text that runs over its cell's edge.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/page.hpp"

namespace torimatome::parsers::pdf {

/// The glyphs of each cell of a grid, by the cell's index.
using CellGlyphs = std::vector<std::vector<const Glyph*>>;

/// Takes the signs out of `rest` that hang over the table's right edge, and gives them to the cells whose lines they
/// end.
void take_hung_signs(const Grid& grid, CellGlyphs& glyphs, std::vector<const Glyph*>& rest);

/// Puts lines of text that run over a rule into the next cell back together ("text.over-edge", a note): a character
/// stands across the rule, the line goes on behind it without a gap, and the next cell has nothing else on that line. A
/// line that goes on where the next column's texts begin belongs to the next cell and stays there. A sign that must not
/// start a line and hangs over the edge is its line's, without a note.
void join_overruns(const Page& page, const Grid& grid, CellGlyphs& glyphs, Findings& findings);

}  // namespace torimatome::parsers::pdf
