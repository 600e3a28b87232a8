// Whether one line goes on in another: what the characters on both sides of a line break say.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/word_tokens.hpp"

namespace torimatome::parsers {

/// Judges the seam between two lines of a wrapped text by the dictionary's words, by Japanese grammar and by the other
/// lines of the same document, which write the same words unbroken.
class LineSeams {
  public:
    /// Learns which characters follow one another in the document's lines.
    explicit LineSeams(const std::vector<std::string>& lines);

    /// What speaks for `right` going on behind `left`: above 0 for, below 0 against; about ±4 is sure.
    double fit(std::string_view left, std::string_view right) const;

  private:
    void learn_words(const std::vector<std::string>& lines);
    double kind_fit(const std::u32string& left, const std::u32string& right) const;
    double word_fit(std::u32string_view left, std::u32string_view right) const;

    std::unordered_map<std::u32string, int> seen_;        ///< runs of two and three characters within lines
    std::unordered_map<std::u32string, int> kind_pairs_;  ///< kinds of words that follow one another
    std::unordered_map<std::u32string, int> kinds_before_;
    std::unordered_map<std::u32string, int> kinds_behind_;
    double kind_count_ = 0;
    double pair_seen_ = 0;
    double pair_new_ = 0;
    text::WordTokens words_;
};

}  // namespace torimatome::parsers
