// The words of a Japanese text, as far as a comparison of words needs them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace torimatome::text {

/// Cuts texts into words by ICU's dictionary. Terms of a list, numbers (1,234, 86%) and years (令和4年度) stay whole,
/// which the dictionary cuts (要対協, 相談所).
class WordTokens {
  public:
    explicit WordTokens(const std::vector<std::string>& terms);

    /// The words of `text` in order; joined they give it to the byte. Line breaks and spaces are words of their own.
    std::vector<std::string_view> split(std::string_view text) const;

  private:
    std::size_t end_of_whole(std::string_view text, std::string_view folded, std::size_t begin) const;

    std::unordered_map<char32_t, std::vector<std::string>> terms_;  ///< by first character, the longest first
};

}  // namespace torimatome::text
