// The hidden sheet of a workbook that is to come back.
#pragma once

#include <string>
#include <vector>

#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes rows of texts, one below the other, and hides the sheet. Empty texts are written as 「-」, so that rows keep
/// their shape whoever saves them again.
void write_ledger(Workbook& workbook, const Sheet& sheet, const std::vector<std::vector<std::string>>& rows);

}  // namespace torimatome::writers
