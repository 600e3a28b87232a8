// The key by which two texts are told to differ in notation only.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/notation.hpp"

namespace torimatome::text {

/// Folds ways of writing. Made once from the list in `mappings/`, used often.
class NotationFolder {
  public:
    explicit NotationFolder(const Notation& notation);

    /// The compare key of `text` with each listed word in its usual form (取り組み and 取組み as 取組) and each year
    /// as its western number (R3年度 and 令和3年度 as 2021年度).
    std::string key(std::string_view text) const;
    /// The same for a text whose compare key is known.
    std::string key_of_compare_key(std::string_view compare_key) const;

  private:
    using Variant = std::pair<std::string, std::string>;  ///< keys of a way of writing and of the usual one
    void add(const std::vector<std::string>& words);
    /// By the first character; the longest first.
    std::unordered_map<char32_t, std::vector<Variant>> variants_;
};

}  // namespace torimatome::text
