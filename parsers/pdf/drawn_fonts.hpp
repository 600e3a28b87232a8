// Fonts whose characters are drawings (Type 3), which browsers embed for OpenType fonts.
#pragma once

#include <vector>

#include "parsers/pdf/glyph.hpp"
#include "parsers/pdf/grey_image.hpp"

namespace torimatome::parsers::pdf {

/// Poppler guesses the size of drawn fonts, often twice too large, and takes turned text in fonts that are drawn
/// upside down to run the other way. Sets both right: the size by the width of full characters, the way by where in
/// `image` the ink of commas and full stops stands. `image` is the page as the glyphs' boxes are.
void mend_drawn_glyphs(std::vector<Glyph>& glyphs, const GreyImage& image);

}  // namespace torimatome::parsers::pdf
