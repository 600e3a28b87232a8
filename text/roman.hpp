// Roman numerals as far as official documents number with them.
#pragma once

#include <string_view>

namespace torimatome::text {

/// Value of an upper-case Roman numeral in its regular form, 1 to 39; 0 for anything else (IIII, IC, "").
int roman_value(std::string_view letters);

/// 3 gives "III"; `number` is 1 to 39.
std::string_view roman_text(int number);

}  // namespace torimatome::text
