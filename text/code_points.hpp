// UTF-8 one code point at a time, and what kind of character it is.
#pragma once

#include <string>
#include <string_view>

namespace torimatome::text {

/// The code point at byte `offset` (which must be the start of one), and how many bytes it takes. Broken bytes give
/// U+FFFD of length 1.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};
CodePoint code_point_at(std::string_view text, std::size_t offset);
/// The code point with which `text`, which is not empty, ends; a broken last byte gives U+FFFD of length 1.
CodePoint last_code_point(std::string_view text);
void append_code_point(std::string& text, char32_t value);

bool is_hiragana(char32_t c);
bool is_katakana(char32_t c);  ///< including ー and half-width forms
bool is_ideograph(char32_t c);
/// Kana, ideographs, full-width forms and Japanese punctuation: characters between which no space is written.
bool is_japanese(char32_t c);
bool is_space(char32_t c);  ///< any Unicode white space, U+3000 and U+00A0 included

/// `text` without white space at both ends.
std::string_view trim(std::string_view text);
/// How many characters of `text` are not white space.
std::size_t count_non_space(std::string_view text);

}  // namespace torimatome::text
