// The rules of a page: straight lines of any look, and the edges of shaded fields.
#pragma once

#include <vector>

#include "parsers/pdf/page.hpp"

namespace torimatome::parsers::pdf {

/// A rule in points. A horizontal one stands at height `at` and goes from left `from` to right `to`; a vertical one
/// stands at `at` from the left and goes from top to bottom.
struct Rule {
    double at = 0;
    double from = 0;
    double to = 0;
    double thickness = 0;
    bool dashed = false;

    double length() const { return to - from; }
};

struct Rules {
    std::vector<Rule> horizontal;  ///< from top to bottom
    std::vector<Rule> vertical;    ///< from left to right
};

/// Finds the rules of `page`. Diagonals and strokes of characters are none. Underlines and lines through text, which
/// touch no other rule and keep to their characters, are none either: their glyphs are marked instead.
Rules find_rules(Page& page);

}  // namespace torimatome::parsers::pdf
