#include "text/key_year.hpp"

#include "text/code_points.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

bool is_latin_digit_or_point(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || c == U'.' || c == U'-' || c == U'/';
}

/// A year without 年 counts only as an era's name or the letters R and H, standing alone: R3, but not A4 or 2021.
bool is_short_era_year(std::string_view key, const YearMention& mention) {
    const char first = key[mention.begin];
    if (first >= '0' && first <= '9') return false;
    const bool letter = first >= 'a' && first <= 'z';
    if (letter && first != 'r' && first != 'h') return false;
    if (mention.end >= key.size()) return true;
    return !is_latin_digit_or_point(code_point_at(key, mention.end).value);
}

/// 「4年度」: a fiscal year whose era goes without saying.
std::size_t end_of_bare_fiscal_year(std::string_view key, std::size_t begin) {
    constexpr std::string_view kFiscalYear = "年度";
    const bool goes_on = begin > 0 && is_latin_digit_or_point(code_point_at(key, begin - 1).value);
    if (goes_on || key[begin] < '0' || key[begin] > '9') return begin;
    const std::optional<ScannedNumber> number = scan_number(key, begin);
    if (!number || number->digits > 2 || !key.substr(number->end).starts_with(kFiscalYear)) return begin;
    return number->end + kFiscalYear.size();
}

/// Byte after the year at `begin`; `begin` itself where none starts there.
std::size_t end_of_year(std::string_view key, std::size_t begin) {
    const std::optional<YearMention> mention = scan_year(key, begin);
    if (mention && (mention->year_sign || is_short_era_year(key, *mention))) return mention->end;
    return end_of_bare_fiscal_year(key, begin);
}

}  // namespace

void fold_years(std::string& key, std::vector<std::size_t>* origin) {
    std::string folded;
    std::vector<std::size_t> folded_origin;
    std::size_t copied = 0;
    const auto copy_up_to = [&](std::size_t end) {
        folded.append(key, copied, end - copied);
        for (; copied < end; ++copied) {
            if (origin) folded_origin.push_back((*origin)[copied]);
        }
    };
    for (std::size_t i = 0; i < key.size();) {
        const CodePoint c = code_point_at(key, i);
        const std::size_t end = may_start_year(c.value) ? end_of_year(key, i) : i;
        if (end == i) {
            i += c.length;
            continue;
        }
        copy_up_to(i);
        folded += kYearSign;
        if (origin) folded_origin.insert(folded_origin.end(), kYearSign.size(), (*origin)[i]);
        copied = i = end;
    }
    if (copied == 0) return;  // most keys hold no year
    copy_up_to(key.size());
    if (origin) folded_origin.push_back(origin->back());
    key = std::move(folded);
    if (origin) *origin = std::move(folded_origin);
}

}  // namespace torimatome::text
