// One page of a PDF: its characters and its picture, turned so that its text stands upright.
#pragma once

#include <memory>
#include <vector>

#include "parsers/pdf/glyph.hpp"
#include "parsers/pdf/grey_image.hpp"

namespace poppler {
class document;
class page;
}  // namespace poppler

namespace torimatome::parsers::pdf {

struct Page {
    int number = 0;     ///< from 1
    double width = 0;   ///< points, as it is read
    double height = 0;  ///< points, as it is read
    int turned = 0;     ///< by how many quarters clockwise it was turned from how a viewer shows it
    std::vector<Glyph> glyphs;
    GreyImage image;
    std::shared_ptr<const poppler::page> source;  ///< to be looked at more closely; none once its document is closed
    bool shaded = false;                          ///< its picture holds a photograph or is a scan
    bool recognised = false;                      ///< its characters were read from its picture, here or before
    int unusable = 0;  ///< characters that carry no meaning: fonts that do not say what their glyphs are
};

/// Loads page `number` (from 1). Throws Error "pdf.page-damaged" where poppler cannot make sense of it.
Page load_page(const poppler::document& document, int number);

/// `box` of a page that was turned for reading, as a viewer shows it.
Box as_shown(const Page& page, const Box& box);

}  // namespace torimatome::parsers::pdf
