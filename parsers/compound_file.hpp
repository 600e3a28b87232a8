// OLE compound files: the container of old Office files and of protected new ones.
#pragma once

#include <string_view>

namespace torimatome::parsers {

/// Throws Error where `bytes` are a compound file: "input.encrypted" (a password), "input.protected" (a rights label),
/// "input.old-xls" (an old workbook) or "input.unknown" (any other). Says nothing of other files.
void refuse_compound_files(std::string_view bytes);

/// What a compound file that is not protected holds.
enum class CompoundKind { none, spreadsheet, text };
CompoundKind compound_kind(std::string_view bytes);

}  // namespace torimatome::parsers
