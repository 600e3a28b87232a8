#include "parsers/form/date_cell.hpp"

#include <algorithm>
#include <string_view>

#include "text/code_points.hpp"
#include "text/era_date.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kLongestRemark = 20;  // characters behind the date
constexpr std::string_view kMonthSign = "月";
constexpr std::string_view kDaySign = "日";

// The text without a day of the week in brackets at its end.
std::string_view without_weekday(std::string_view text) {
    constexpr std::u32string_view kSigns = U"月火水木金土日祝休曜・";
    text = text::trim(text);
    if (!text.ends_with(")") && !text.ends_with("）")) return text;
    const std::size_t open = std::min(text.rfind('('), text.rfind("（"));
    if (open == std::string_view::npos) return text;
    std::size_t at = open + text::code_point_at(text, open).length;
    for (; at < text.size(); at += text::code_point_at(text, at).length) {
        const char32_t c = text::code_point_at(text, at).value;
        if (c == U')' || c == U'）') return text::trim(text.substr(0, open));
        if (kSigns.find(c) == std::u32string_view::npos) return text;
    }
    return text;
}

// Reads a number up to `most` and the sign behind it at `at`, which then is the byte after them.
bool take_number(std::string_view text, std::size_t& at, std::string_view sign, int most) {
    const auto number = text::scan_number(text, at);
    if (!number || number->value < 1 || number->value > most) return false;
    const std::size_t end = text::skip_spaces(text, number->end);
    if (!text.substr(end).starts_with(sign)) return false;
    at = text::skip_spaces(text, end + sign.size());
    return true;
}

bool is_remark(std::string_view rest) {
    if (rest.find("。") != std::string_view::npos) return false;
    return !text::scan_number(rest, 0) && text::count_non_space(rest) <= kLongestRemark;
}

// 「同年」, 「翌月」: the year, month or day of the row above; the byte after it, or 0 for none.
std::size_t end_of_relative(std::string_view text, std::string_view unit) {
    constexpr std::string_view kWords[] = {"同", "翌", "前"};
    for (const std::string_view word : kWords) {
        if (text.starts_with(word) && text.substr(word.size()).starts_with(unit)) return word.size() + unit.size();
    }
    return 0;
}

// A day without its year: 「7/1」, 「７．１」.
bool is_month_and_day(std::string_view text) {
    constexpr std::string_view kSigns[] = {"/", "／", ".", "．"};
    for (const std::string_view sign : kSigns) {
        std::size_t at = text::skip_spaces(text, 0);
        if (take_number(text, at, sign, 12) && take_number(text, at, "", 31)) return is_remark(text.substr(at));
    }
    return false;
}

// A month, or a day with more behind it: 「令和3年4月上旬」, 「5月10日～12日」, 「同年8月」, 「同月下旬」.
bool is_rough_date(std::string_view text) {
    constexpr std::string_view kYearSign = "年";
    std::size_t at = text::skip_spaces(text, 0);
    const std::string_view rest = text.substr(at);
    if (const std::size_t end = std::max(end_of_relative(rest, kMonthSign), end_of_relative(rest, kDaySign))) {
        return is_remark(rest.substr(end)) || is_rough_date("1月" + std::string(rest.substr(end)));
    }
    const auto year = text::scan_year(text, at);
    if (year) at = year->end;
    if (!year) at += end_of_relative(rest, kYearSign);
    at = text::skip_spaces(text, at);
    if (!take_number(text, at, kMonthSign, 12)) return false;
    take_number(text, at, kDaySign, 31);
    return is_remark(text.substr(at));
}

// The byte after an era's name or letter with a number that the era may not have, or a western year; 0 for none.
std::size_t end_of_any_year(std::string_view text) {
    constexpr std::string_view kEras[] = {"明治", "大正", "昭和", "平成", "令和"};
    if (const auto year = text::scan_bare_year(text, 0)) return year->end;
    for (const std::string_view era : kEras) {
        if (!text.starts_with(era)) continue;
        const auto number = text::scan_number(text, text::skip_spaces(text, era.size()));
        if (number) return number->end;
    }
    return 0;
}

// A whole day in figures, whether it exists or not: 「令和6年2月30日」, 「2024/2/30」.
bool is_written_as_day(std::string_view text) {
    constexpr std::string_view kSigns[][3] = {{"年", "月", "日"}, {"/", "/", ""},   {".", ".", ""},
                                              {"-", "-", ""},     {"／", "／", ""}, {"．", "．", ""}};
    std::size_t at = end_of_any_year(text);
    if (at == 0) return false;
    at = text::skip_spaces(text, at);
    for (const auto& signs : kSigns) {
        if (!text.substr(at).starts_with(signs[0])) continue;
        std::size_t end = text::skip_spaces(text, at + signs[0].size());
        if (take_number(text, end, signs[1], 99) && take_number(text, end, signs[2], 99)) return end == text.size();
    }
    return false;
}

}  // namespace

DateCell read_date_cell(const std::string& text) {
    const std::string_view day = without_weekday(text);
    if (const auto date = text::parse_date(day)) return {true, date, false};
    if (is_written_as_day(day)) return {true, std::nullopt, true};
    return {is_rough_date(text) || is_month_and_day(day), std::nullopt, false};
}

}  // namespace torimatome::parsers
