// Sheets that Excel does not offer to show.
#pragma once

#include <filesystem>

namespace torimatome::writers {

/// Makes the hidden sheets of a complete workbook file very hidden: Excel then lists them nowhere. libxlsxwriter 1.1.4
/// knows only hidden ones. Throws Error (code "output.failed").
void make_hidden_sheets_very_hidden(const std::filesystem::path& file);

}  // namespace torimatome::writers
