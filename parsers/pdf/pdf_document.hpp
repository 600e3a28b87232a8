// Opening a PDF, with a plain message for each way in which that fails.
#pragma once

#include <poppler-document.h>

#include <memory>
#include <string>
#include <string_view>

namespace torimatome::parsers::pdf {

struct OpenPdf {
    std::unique_ptr<poppler::document> document;
    int pages = 0;
    std::string saved_on;  ///< ISO date of the last change (UTC), empty where the file names none
};

/// Opens the PDF in `bytes`, which must outlive the result. Throws Error "input.encrypted" where it asks for a
/// password, "pdf.damaged" where it cannot be opened or has no page, and "pdf.no-language-data" where the character
/// maps for Japanese (poppler-data) are not installed.
OpenPdf open_pdf(std::string_view bytes);

}  // namespace torimatome::parsers::pdf
