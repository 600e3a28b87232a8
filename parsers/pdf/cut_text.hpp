// Text that a row too low for it may have cut off.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/page.hpp"

namespace torimatome::parsers::pdf {

/// A finding "text.cut-off" where a cell's text may go on below its lower edge: its last line touches the rule there,
/// is full, and ends no sentence. What was cut is not in the file at all, so that nobody can tell for sure.
void check_cut_text(const Page& page, const GridCell& cell, const std::vector<const Glyph*>& glyphs,
                    Findings& findings);

}  // namespace torimatome::parsers::pdf
