// PDFs: the tables that stand on their pages, whatever made them.
#pragma once

#include "parsers/reader.hpp"

namespace torimatome::parsers {

/// Whether the bytes are a PDF.
bool is_pdf(std::string_view bytes);

/// Reads the tables of a PDF as they stand on the page. A table that runs on over pages is one. Throws Error where the
/// file is protected ("input.encrypted") or broken ("pdf.damaged"), and where its pages hold nothing but pictures
/// ("pdf.images-only").
TableSet read_pdf(const Input& input, const ReadOptions& options);

}  // namespace torimatome::parsers
