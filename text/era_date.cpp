#include "text/era_date.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "text/code_points.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool exists(const Date& date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

/// The signs behind year, month and day. A date keeps to one row; alternatives of one sign are characters of a string.
struct DateNotation {
    std::u32string_view after_year;
    std::u32string_view after_month;
    std::u32string_view after_day;  // empty: nothing follows
};

constexpr std::array<DateNotation, 4> kNotations{{
    {U"年", U"月", U"日"},
    {U".．", U".．", U""},
    {U"/／", U"/／", U""},
    {U"-－−‐", U"-－−‐", U""},
}};

/// Byte after one of `signs` at `begin`, spaces around it included; empty where none stands.
std::optional<std::size_t> skip_sign(std::string_view text, std::size_t begin, std::u32string_view signs) {
    const std::size_t at = skip_spaces(text, begin);
    if (signs.empty()) return at;
    if (at >= text.size()) return std::nullopt;
    const CodePoint c = code_point_at(text, at);
    if (signs.find(c.value) == std::u32string_view::npos) return std::nullopt;
    return skip_spaces(text, at + c.length);
}

std::optional<ScannedNumber> scan_month_or_day(std::string_view text, std::size_t begin) {
    const std::optional<ScannedNumber> number = scan_number(text, begin);
    return number && number->digits <= 2 ? number : std::nullopt;
}

/// Month and day after a year that ends at `begin`, in one notation, up to the end of the text.
std::optional<Date> read_month_and_day(std::string_view text, std::size_t begin, int year,
                                       const DateNotation& notation) {
    const std::optional<std::size_t> month_at = skip_sign(text, begin, notation.after_year);
    if (!month_at) return std::nullopt;
    const std::optional<ScannedNumber> month = scan_month_or_day(text, *month_at);
    if (!month) return std::nullopt;
    const std::optional<std::size_t> day_at = skip_sign(text, month->end, notation.after_month);
    if (!day_at) return std::nullopt;
    const std::optional<ScannedNumber> day = scan_month_or_day(text, *day_at);
    if (!day) return std::nullopt;
    if (skip_sign(text, day->end, notation.after_day) != text.size()) return std::nullopt;
    return Date{year, month->value, day->value};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    const std::string_view trimmed = trim(text);
    const std::optional<ScannedYear> year = scan_bare_year(trimmed, 0);
    if (!year) return std::nullopt;
    for (const DateNotation& notation : kNotations) {
        const std::optional<Date> date = read_month_and_day(trimmed, year->end, year->year, notation);
        if (!date) continue;
        const bool inside = !year->era || (*date >= year->era->first && *date <= year->era->last);
        return exists(*date) && inside ? date : std::nullopt;
    }
    return std::nullopt;
}

std::optional<int> parse_fiscal_year(std::string_view text) {
    const std::string_view trimmed = trim(text);
    const std::optional<YearMention> mention = scan_year(trimmed, 0);
    if (!mention || !mention->fiscal || mention->end != trimmed.size()) return std::nullopt;
    return mention->year;
}

std::vector<FiscalYearMention> find_fiscal_years(std::string_view text) {
    std::vector<FiscalYearMention> found;
    if (text.find("年") == std::string_view::npos) return found;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        const std::optional<YearMention> mention = may_start_year(c.value) ? scan_year(text, i) : std::nullopt;
        if (mention && mention->fiscal) {
            found.push_back({mention->year, mention->begin, mention->end});
            i = mention->end;
        } else {
            i += c.length;
        }
    }
    return found;
}

std::string fiscal_year_text(int year) {
    const auto era = std::find_if(kEras.rbegin(), kEras.rend(), [year](const Era& e) { return e.first.year <= year; });
    if (era == kEras.rend()) return std::to_string(year) + "年度";
    const int number = year - era->first.year + 1;
    return std::string(era->name) + (number == 1 ? "元" : std::to_string(number)) + "年度";
}

std::string iso_date(const Date& date) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return buffer.data();
}

}  // namespace torimatome::text
