// Tables without rules: columns and rows from how the lines of text stand.
#pragma once

#include <vector>

#include "parsers/pdf/page_tables.hpp"
#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// The tables that `glyphs` (those outside ruled tables) make: at least three lines in which the same gutters part at
/// least three columns, or two where most lines fill both. The glyphs that they do not take stay in `glyphs`. `columns`
/// are those of the page before, which the first lines may keep to; they become those of this page's last such table.
/// `rules` (horizontal ones) may part the rows. Adds to `findings` where merged cells may be read in two ways.
std::vector<PageTable> find_aligned_tables(const Page& page, std::vector<const Glyph*>& glyphs,
                                           const std::vector<Rule>& rules, AlignedColumns& columns, Findings& findings);

}  // namespace torimatome::parsers::pdf
