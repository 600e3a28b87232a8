// Names that Excel takes for sheets.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace torimatome::writers {

/// `wanted` as a name that Excel accepts and that is not in `taken` (compared without case, as Excel does): at most
/// 31 UTF-16 units, none of `[ ] : * ? / \` (their full-width forms instead), no apostrophe at the ends, not
/// "History", not empty. A name that is there already gets " (2)". The result is added to `taken`.
std::string unique_sheet_name(std::string_view wanted, std::set<std::string>& taken);

/// The name as references write it: `'提言1'`, apostrophes doubled.
std::string quoted_sheet_name(std::string_view name);

}  // namespace torimatome::writers
