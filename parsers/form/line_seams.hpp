// Whether one line goes on in another: what the characters on both sides of a line break say.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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

    /// Whether `line` cannot be the start of a sentence: its first word is a particle or the rest of a word.
    bool starts_within(std::string_view line) const;

  private:
    void learn_words(const std::vector<std::string>& lines);
    double kind_fit(const std::u32string& left, const std::u32string& right) const;
    double word_fit(std::u32string_view left, std::u32string_view right) const;
    double fragment_fit(const std::u32string& word, bool front) const;
    bool is_part_of_katakana(const std::u32string& word, bool front) const;

    /// Which characters stand beside a run of two or three in the lines, and how often.
    using Neighbours = std::unordered_map<std::u32string, std::unordered_map<char32_t, int>>;
    static double habit_fit(const Neighbours& seen, std::u32string_view two, std::u32string_view three,
                            char32_t beside);

    std::unordered_map<std::u32string, int> seen_;  ///< runs of two and three characters within lines
    Neighbours behind_;
    Neighbours before_;
    std::unordered_set<std::u32string> whole_words_;      ///< of lines, without those at their ends
    std::unordered_map<std::u32string, int> kind_pairs_;  ///< kinds of words that follow one another
    std::unordered_map<std::u32string, int> kinds_before_;
    std::unordered_map<std::u32string, int> kinds_behind_;
    double kind_count_ = 0;
    double pair_seen_ = 0;
    double pair_new_ = 0;
    text::WordTokens words_;
};

}  // namespace torimatome::parsers
