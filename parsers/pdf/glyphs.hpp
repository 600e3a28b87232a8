// The characters of a page from poppler's text boxes.
#pragma once

#include <poppler-page.h>

#include <vector>

#include "parsers/pdf/glyph.hpp"

namespace torimatome::parsers::pdf {

/// Every visible or hidden character but spaces, in the order of the file. Vertical presentation forms (︵) become the
/// upright ones. A character that was printed twice nearly at the same place (bold by double strike) is given once.
/// `unusable` counts those without a meaning (U+FFFD, private use, control characters), which are left out.
std::vector<Glyph> read_glyphs(const poppler::page& page, int& unusable);

}  // namespace torimatome::parsers::pdf
