// How far two short names are from each other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace torimatome::text {

/// How many characters have to be put in, taken out or replaced to make `b` of `a` (Levenshtein 1965).
std::size_t edit_distance(std::string_view a, std::string_view b);

std::size_t count_code_points(std::string_view text);

/// `text` without punctuation, brackets, symbols and spaces: only letters and digits of any script are left.
std::string without_signs(std::string_view text);

}  // namespace torimatome::text
