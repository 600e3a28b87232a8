// Grids and characters to tables.
#pragma once

#include <vector>

#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/page_tables.hpp"

namespace torimatome::parsers::pdf {

/// Fills the tables of `grids` with the glyphs of `page` that stand in them, each in the cell in which its centre lies.
/// A box around a text (one cell) is no table: its text is loose. The glyphs in no table come back in `rest`;
/// text that may be cut off is a finding.
std::vector<PageTable> fill_tables(const Page& page, std::vector<Grid> grids, std::vector<LooseText>& boxed,
                                   std::vector<const Glyph*>& rest, Findings& findings);

}  // namespace torimatome::parsers::pdf
