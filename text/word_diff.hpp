// What changed between two versions of a text, word by word.
#pragma once

#include <string_view>

#include "model/comparison.hpp"
#include "model/notation.hpp"
#include "text/word_tokens.hpp"

namespace torimatome::text {

/// Compares texts. Sentences and bullets are aligned first, then the words within them; short words that both have
/// between two changes count as changed too, and a sentence (or a text) that has hardly anything in common with the
/// other is one replacement, because a patchwork cannot be read.
class WordDiff {
  public:
    explicit WordDiff(const Notation& notation) : words_(notation.terms) {}

    Diff compare(std::string_view older, std::string_view newer) const;

  private:
    void compare_sentences(std::string_view older, std::string_view newer, Diff& diff) const;

    WordTokens words_;
};

}  // namespace torimatome::text
