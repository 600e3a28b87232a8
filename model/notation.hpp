// What is only another way of writing the same: data of the mappings.
#pragma once

#include <string>
#include <vector>

namespace torimatome {

struct Notation {
    /// Ways of writing one word, the usual one first: 取組, 取り組み, 取組み. All are told apart from other words by
    /// their whole text only.
    std::vector<std::vector<std::string>> variants;
    /// The same for signs and words that have uses of their own as well (【 beside （, 等 beside など): folded where
    /// texts are compared, but no mixture of notations where both stand in one document.
    std::vector<std::vector<std::string>> loose_variants;
    /// Terms that a comparison of words keeps whole: 要対協, 児童相談所.
    std::vector<std::string> terms;

    friend bool operator==(const Notation&, const Notation&) = default;
};

}  // namespace torimatome
