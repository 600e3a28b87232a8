// Where the texts of a document go on: whether an end of one is the middle of others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/word_tokens.hpp"

namespace torimatome::parsers {

/// Whether a phrase can end so: no particle, no comma, no stem of an adjective.
bool may_end_phrase(std::u32string_view text);

/// Whether a text may start so: not with a particle before a noun (を、に関する).
bool may_start_phrase(std::u32string_view text);

std::u32string characters_of(std::string_view text);

/// All texts of a document after one another, and where each pair of characters stands.
class TextIndex {
  public:
    /// Adds a text, which is not empty, and gives the place of its last character.
    std::size_t add(std::string_view text);

    /// The place of the next text.
    std::size_t size() const { return all_.size(); }

    /// How the document's other texts go on where this one ends; empty where some end there too or none stands so.
    struct Continuation {
        std::string end;   ///< of this text, as it stands elsewhere
        std::string next;  ///< what follows there
    };

    /// Judges the end of the text whose last character stands at `last`; those of its row stand from `row_start` to
    /// `row_end`. `within_word`: only where the dictionary's word goes on.
    Continuation continuation_of(std::size_t last, std::size_t row_start, std::size_t row_end, bool within_word) const;

  private:
    struct Place {
        std::size_t at = 0;
        std::size_t common = 0;  ///< characters that both have before it
        char32_t next = 0;
        bool in_row = false;
    };
    std::vector<Place> places_of(std::size_t last, std::size_t row_start, std::size_t row_end) const;
    bool within_word_at(std::size_t at) const;
    std::uint64_t pair_at(std::size_t last) const;
    std::size_t common_end(std::size_t a, std::size_t b) const;

    std::u32string all_;  ///< each text followed by a line break
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> pairs_;
    text::WordTokens words_{{}};
};

}  // namespace torimatome::parsers
