// Lines of text that are none: strokes of neighbouring characters that meet in the page's picture.
#pragma once

#include <vector>

#include "parsers/pdf/page.hpp"
#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// A glyph along a rule: `from` and `to` in the rule's direction, `low` and `high` across it.
struct Extent {
    double from = 0;
    double to = 0;
    double low = 0;
    double high = 0;
    char32_t code = 0;
    bool across = false;  ///< the glyph's line runs across the rule's direction
};

/// The extent of `glyph`, in points times `scale`.
Extent extent_of(const Glyph& glyph, double scale, bool horizontal);

/// An underline or a line through text, with its characters.
struct LineOfText {
    Rule rule;
    bool horizontal = true;
    bool through = false;
    std::vector<Glyph*> glyphs;  ///< of the page
    double covered = 0;          ///< points of the rule that the characters stand along
    double size = 0;             ///< of the largest type
    Extent first;                ///< of the character that begins first
    Extent last;                 ///< of the character that ends last
};

/// Drops from `lines` what the characters' own strokes make. A page is drawn once more, finely, only where neither the
/// picture nor the same characters at other places of the page tell.
void drop_met_strokes(std::vector<LineOfText>& lines, const Page& page);

}  // namespace torimatome::parsers::pdf
