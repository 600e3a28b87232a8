// Which characters a reader of the page can see, told by the rendered picture.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "parsers/pdf/page.hpp"

namespace torimatome::parsers::pdf {

/// Marks the glyphs that leave no mark on the picture: invisible, white, covered or clipped text.
void mark_hidden(Page& page);

/// Findings for the hidden text of `page`, one a line of it ("text.hidden", a warning), with what it says. A text that
/// also stands visibly on the page is left out: programs print the rest of a cell again behind its clipping.
void report_hidden(const Page& page, Findings& findings);

/// Whether the picture is a photograph or scan: it has far more shades than drawn text and rules.
bool looks_scanned(const GreyImage& image);

}  // namespace torimatome::parsers::pdf
