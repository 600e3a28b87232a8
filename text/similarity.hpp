// How alike two texts are, on their compare keys.
#pragma once

#include <string_view>

namespace torimatome::text {

/// Dice coefficient of character bigrams, 0 to 1; both arguments are compare keys. Two empty keys give 1; keys of
/// one character are compared as they are. Dice (1945), with bigrams counted as a multiset.
double bigram_dice(std::string_view key_a, std::string_view key_b);

/// Share of `part`'s bigrams that `whole` has too, 0 to 1: 1 when `part` is an excerpt of `whole`.
double containment(std::string_view part_key, std::string_view whole_key);

}  // namespace torimatome::text
