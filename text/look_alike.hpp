// Characters that look wrong where they stand: what a reading machine may have put in another's place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/form.hpp"

namespace torimatome::text {

/// One doubtful character: what stands there and what was probably meant. Nothing is replaced.
struct LookAlikeFinding {
    std::size_t offset = 0;  ///< byte of the text
    std::string wrong;
    std::string right;

    friend bool operator==(const LookAlikeFinding&, const LookAlikeFinding&) = default;
};

/// The doubtful characters of `text`, in order. Pairs that are wrong anywhere (发 for 発) are reported wherever they
/// stand. Others only where both neighbours say so: an ideograph for a katakana between two katakana (コ一ス, but not
/// チーム力アップ), a hiragana there when no word can start with what follows it (へッド), and a katakana for a
/// hiragana between hiragana and ideographs (区ヘの). A katakana for an ideograph is never sure enough.
std::vector<LookAlikeFinding> find_look_alikes(std::string_view text, const std::vector<LookAlike>& pairs);

}  // namespace torimatome::text
