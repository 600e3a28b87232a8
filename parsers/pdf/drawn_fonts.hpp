// Fonts whose characters are drawings (Type 3), which browsers embed for OpenType fonts.
#pragma once

#include <vector>

#include "parsers/pdf/glyph.hpp"
#include "parsers/pdf/grey_image.hpp"

namespace torimatome::parsers::pdf {

/// Poppler guesses the size of drawn fonts, often twice too large: sets it and the boxes' height right by the width of
/// full characters.
void size_drawn_glyphs(std::vector<Glyph>& glyphs);

/// Poppler takes turned text in fonts that are drawn upside down to run the other way: turns it back where in `image`,
/// the page as the glyphs' boxes are, the ink of commas and full stops stands at the wrong end.
void turn_drawn_glyphs(std::vector<Glyph>& glyphs, const GreyImage& image);

}  // namespace torimatome::parsers::pdf
