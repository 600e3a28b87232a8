// Numbers and years at a place of a text, in any notation: 3, ３, 三, 元; 令和3, R3, ㋿3, 2021.
#pragma once

#include <optional>
#include <string_view>

#include "text/era.hpp"

namespace torimatome::text {

struct ScannedNumber {
    int value = 0;
    std::size_t end = 0;  ///< byte after its last digit
    int digits = 0;       ///< how many digit characters; 0 for kanji numbers written with 十
};

/// The number that starts at `begin`: half- or full-width digits, or kanji (二十七, 二〇二一). At most nine digits.
std::optional<ScannedNumber> scan_number(std::string_view text, std::size_t begin);

/// A year as written, before any check of what follows it.
struct ScannedYear {
    const Era* era = nullptr;  ///< null for a western year
    int year = 0;              ///< western year
    std::size_t end = 0;
};

/// The year that starts at `begin`: an era's name, sign or letter and a number or 元, or four digits of a western
/// year. The letter and the digits must not go on from a Latin letter or digit before them.
std::optional<ScannedYear> scan_bare_year(std::string_view text, std::size_t begin);

/// Byte after the spaces that stand at `begin`.
std::size_t skip_spaces(std::string_view text, std::size_t begin);

/// A year with what follows: 令和3年, 令和3年度, 令和3（2021）年度.
struct YearMention {
    int year = 0;
    bool year_sign = false;  ///< 年 follows
    bool fiscal = false;     ///< 年度 follows
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Whether a year can start with `c` at all; cheap, so that a text can be searched for years.
bool may_start_year(char32_t c);

/// The year that starts at `begin`; empty where there is none or where its era does not reach it (平成32年度).
std::optional<YearMention> scan_year(std::string_view text, std::size_t begin);

}  // namespace torimatome::text
