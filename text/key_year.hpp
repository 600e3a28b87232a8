// Years in a compare key, folded to one sign.
#pragma once

#include "text/compare_key.hpp"

namespace torimatome::text {

/// What stands for any year in a key made with `fold_years`.
inline constexpr std::string_view kYearSign = "{Y}年度";

/// Replaces every year in `key` (令和3年度, r3年度, 2021年, 3年度, and r3 or h30 alone) by kYearSign. Where `origin` is
/// not null it is kept in step: each byte of the sign leads to the start of the year.
void fold_years(std::string& key, std::vector<std::size_t>* origin);

}  // namespace torimatome::text
