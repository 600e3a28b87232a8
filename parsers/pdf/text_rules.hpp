// Lines that belong to characters, not to tables: their own strokes, underlines, lines through text.
#pragma once

#include <vector>

#include "parsers/pdf/page.hpp"
#include "parsers/pdf/rule_runs.hpp"
#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// Drops the runs that are strokes of characters: within one glyph's box, or made of dash-like characters (―――).
/// `horizontal`: the runs are those of the page itself, not of its transposed picture.
void drop_strokes(std::vector<Run>& runs, const std::vector<Glyph>& glyphs, const GreyImage& image, bool horizontal);

/// Takes underlines and lines through text out of `rules` and marks the glyphs of `page`. Such a line touches no other
/// rule at one of its ends, and nearly all of it lies along characters.
void mark_text_rules(Rules& rules, Page& page);

/// How far from each other two rules' ends may stand and still touch, in points.
double touching_distance(const Rule& a, const Rule& b);

}  // namespace torimatome::parsers::pdf
