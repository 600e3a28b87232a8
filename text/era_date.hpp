// Japanese era dates and fiscal years, strictly: 令和0年, 2月30日 and days beyond an era's end are refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fiscal_year.hpp"

namespace torimatome::text {

/// A date in any usual notation: 令和3年4月1日, 令和元年, R3.4.1, Ｒ３／４／１, 2021年4月1日, 2021-04-01, 2021/4/1,
/// ㋿3年4月1日. Empty when the text holds anything else, when the day does not exist, or when it lies outside its
/// era (平成31年5月1日): the era's own first and last day count as inside.
std::optional<Date> parse_date(std::string_view text);

/// A fiscal year named as such: 令和3年度, R3年度, 平成31年度 and 令和元年度 (both 2019), 2021年度; in full or half
/// width. The western year in which it starts. Empty for anything else.
std::optional<int> parse_fiscal_year(std::string_view text);

/// A fiscal year named within a text. Offsets are bytes of `text`.
struct FiscalYearMention {
    int year = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const FiscalYearMention&, const FiscalYearMention&) = default;
};
std::vector<FiscalYearMention> find_fiscal_years(std::string_view text);

/// 2021 gives "令和3年度", 2019 "令和元年度", 2018 "平成30年度".
std::string fiscal_year_text(int year);

/// "2021-04-01".
std::string iso_date(const Date& date);

}  // namespace torimatome::text
