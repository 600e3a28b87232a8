// What a document holds that no workbook can: found before anything is written, so that 要確認 can list it.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"

namespace torimatome::writers {

/// Findings about characters that are left out ("output.character-dropped"), of title, sections, records and unplaced
/// texts.
Findings find_unwritable_text(const Document& document);

/// A finding ("output.column-not-printed") for each of `fields` beyond those that are printed.
Findings find_unprinted_columns(const std::vector<std::string>& fields);

}  // namespace torimatome::writers
