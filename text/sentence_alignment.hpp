// Which sentence of one text goes with which of another.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace torimatome::text {

inline constexpr int kNoSentence = -1;

/// The pairs in the order of both texts, each sentence of either once; kNoSentence beside one that has no partner
/// (of several in one place those of `a` come first). Sentences go together that are equal, or alike by 0.4 or more of
/// their bigrams (Dice on compare keys): those of unrelated sentences stay below 0.25 (measured on the samples).
std::vector<std::pair<int, int>> align_sentences(const std::vector<std::string_view>& a,
                                                 const std::vector<std::string_view>& b);

}  // namespace torimatome::text
