// Old and other office formats (.xls, .ods, .doc, .docx, .odt), which LibreOffice turns into one that can be read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace torimatome::parsers {

/// How LibreOffice takes a file: by which of its filters, so that it never guesses, and into what.
struct OfficeConversion {
    std::string filter;
    std::string format;  ///< "xlsx" for spreadsheets, "pdf" for word processors' files
};

/// The conversion for the file; empty where it is of no such kind, or protected.
std::optional<OfficeConversion> conversion_for(std::string_view bytes);

/// Whether LibreOffice is installed.
bool has_office();

/// The file converted by LibreOffice, in a private profile that is gone afterwards. Empty where LibreOffice
/// is not installed, cannot read the file, or takes longer than a minute and a half.
std::optional<std::string> convert_office_file(std::string_view bytes, const OfficeConversion& conversion);

}  // namespace torimatome::parsers
