// Lines through text that cross too many strokes to be found as rules.
#pragma once

#include <vector>

#include "parsers/pdf/met_strokes.hpp"

namespace torimatome::parsers::pdf {

/// Adds to `lines` those that go through characters of `page` from edge to edge in one dark row of its picture. Glyphs
/// that a long line of `lines` goes through already are left out.
void find_struck_rows(Page& page, std::vector<LineOfText>& lines);

}  // namespace torimatome::parsers::pdf
