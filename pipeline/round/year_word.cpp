#include "pipeline/round/year_word.hpp"

#include <charconv>

#include "text/era_date.hpp"

namespace torimatome::pipeline {

std::optional<int> fiscal_year_of_word(const std::string& word) {
    constexpr int kFirst = 1900;
    constexpr int kLast = 2200;
    int year = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
    if (error == std::errc() && end == word.data() + word.size() && year >= kFirst && year < kLast) return year;
    if (const auto named = text::parse_fiscal_year(word)) return named;
    return text::parse_fiscal_year(word + "年度");
}

}  // namespace torimatome::pipeline
