// Pages that are only pictures, read by tesseract where it is installed with its Japanese data.
#pragma once

#include "model/finding.hpp"
#include "parsers/pdf/page.hpp"

namespace poppler {
class document;
}

namespace torimatome::parsers::pdf {

/// Reads the picture of `page`, each cell of its ruling by itself, and puts the characters into `page`. Each text that
/// was read so is a finding "text.recognised". False where tesseract is not installed, has no Japanese data, or failed.
bool recognise_text(const poppler::document& document, Page& page, Findings& findings);

}  // namespace torimatome::parsers::pdf
