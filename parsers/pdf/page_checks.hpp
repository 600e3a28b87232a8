// What a reader of the result must know about a page: pictures instead of text, recognised text, unusable fonts.
#pragma once

#include "model/finding.hpp"
#include "parsers/pdf/page.hpp"

namespace poppler {
class document;
}

namespace torimatome::parsers::pdf {

enum class PageKind { text, blank, picture };

/// Whether the page has text, nothing at all, or only pictures.
PageKind kind_of(const Page& page);

/// Findings about the page as a whole: "pdf.page-image", "pdf.text-unusable", "pdf.text-recognised". To tell recognised
/// text behind a scan from drawn text, a page that looks like a scan is rendered once more; recognised text is marked
/// on `page`, for it need not stand where the picture has ink.
void check_page(const poppler::document& document, Page& page, Findings& findings);

/// A finding "pdf.no-language-data" where the character maps for Japanese (poppler-data) are not installed.
void check_language_data(Findings& findings);

}  // namespace torimatome::parsers::pdf
