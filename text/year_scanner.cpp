#include "text/year_scanner.hpp"

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

constexpr int kFirstWesternYear = 1868;
constexpr int kLastWesternYear = 2199;

std::optional<int> digit_value(char32_t c) {
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
    return std::nullopt;
}

std::optional<int> kanji_digit_value(char32_t c) {
    constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    const std::size_t at = digits.find(c);
    if (at == std::u32string_view::npos) return std::nullopt;
    return static_cast<int>(at);
}

char32_t narrow_upper(char32_t c) {
    if (c >= U'！' && c <= U'～') c = c - U'！' + U'!';
    return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}

bool is_latin_or_digit(char32_t c) {
    const char32_t narrow = narrow_upper(c);
    return (narrow >= U'A' && narrow <= U'Z') || (narrow >= U'0' && narrow <= U'9');
}

bool goes_on_from_latin(std::string_view text, std::size_t begin) {
    return begin > 0 && is_latin_or_digit(last_code_point(text.substr(0, begin)).value);
}

/// A number written with kanji: digits one by one, or tens with 十.
std::optional<ScannedNumber> scan_kanji_number(std::string_view text, std::size_t begin) {
    ScannedNumber number{0, begin, 0};
    bool tens = false;
    int after_tens = 0;
    while (number.end < text.size() && number.digits < 9) {
        const CodePoint c = code_point_at(text, number.end);
        const std::optional<int> digit = kanji_digit_value(c.value);
        const bool second_ten = tens || number.digits > 1;
        if (!digit && (c.value != U'十' || second_ten)) break;
        if (digit && tens && ++after_tens > 1) return std::nullopt;
        if (!digit) {
            number.value = number.digits == 0 ? 10 : number.value * 10;
            tens = true;
        } else {
            number.value = tens ? number.value + *digit : number.value * 10 + *digit;
        }
        ++number.digits;
        number.end += c.length;
    }
    if (number.digits == 0) return std::nullopt;
    if (tens) number.digits = 0;
    return number;
}

const Era* era_by_code_point(char32_t c, bool letters) {
    for (const Era& era : kEras) {
        if (c == era.sign || (letters && narrow_upper(c) == era.letter)) return &era;
    }
    return nullptr;
}

struct ScannedEra {
    const Era* era = nullptr;
    std::size_t end = 0;
};

std::optional<ScannedEra> scan_era(std::string_view text, std::size_t begin) {
    for (const Era& era : kEras) {
        if (text.substr(begin).starts_with(era.name)) return ScannedEra{&era, begin + era.name.size()};
    }
    const CodePoint first = code_point_at(text, begin);
    if (const Era* era = era_by_code_point(first.value, !goes_on_from_latin(text, begin))) {
        return ScannedEra{era, begin + first.length};
    }
    return std::nullopt;
}

std::optional<ScannedYear> scan_era_year(std::string_view text, const ScannedEra& start) {
    const std::size_t at = skip_spaces(text, start.end);
    if (text.substr(at).starts_with("元")) {
        return ScannedYear{start.era, start.era->first.year, at + std::string_view("元").size()};
    }
    const std::optional<ScannedNumber> number = scan_number(text, at);
    if (!number || number->digits > 2 || number->value < 1 || number->value > 99) return std::nullopt;
    return ScannedYear{start.era, start.era->first.year + number->value - 1, number->end};
}

std::optional<ScannedYear> scan_western_year(std::string_view text, std::size_t begin) {
    if (goes_on_from_latin(text, begin)) return std::nullopt;
    const std::optional<ScannedNumber> number = scan_number(text, begin);
    if (!number || number->digits != 4) return std::nullopt;
    if (number->value < kFirstWesternYear || number->value > kLastWesternYear) return std::nullopt;
    return ScannedYear{nullptr, number->value, number->end};
}

/// The same year once more in brackets, as in 令和3（2021）年度.
std::size_t skip_bracketed_year(std::string_view text, std::size_t begin, int year) {
    const std::string_view rest = text.substr(begin);
    const bool narrow = rest.starts_with("(");
    if (!narrow && !rest.starts_with("（")) return begin;
    const std::optional<ScannedYear> inner = scan_bare_year(text, begin + (narrow ? 1 : std::string_view("（").size()));
    if (!inner || inner->year != year) return begin;
    for (const std::string_view close : {")", "）"}) {
        if (text.substr(inner->end).starts_with(close)) return inner->end + close.size();
    }
    return begin;
}

/// Whether any day of the calendar year or fiscal year lies in the era.
bool era_reaches(const Era& era, int year, bool fiscal) {
    const Date first = fiscal ? Date{year, 4, 1} : Date{year, 1, 1};
    const Date last = fiscal ? Date{year + 1, 3, 31} : Date{year, 12, 31};
    return first <= era.last && last >= era.first;
}

}  // namespace

std::size_t skip_spaces(std::string_view text, std::size_t begin) {
    while (begin < text.size()) {
        const CodePoint c = code_point_at(text, begin);
        if (!is_space(c.value)) break;
        begin += c.length;
    }
    return begin;
}

std::optional<ScannedNumber> scan_number(std::string_view text, std::size_t begin) {
    ScannedNumber number{0, begin, 0};
    while (number.end < text.size()) {
        const CodePoint c = code_point_at(text, number.end);
        const std::optional<int> digit = digit_value(c.value);
        if (!digit) break;
        if (++number.digits > 9) return std::nullopt;
        number.value = number.value * 10 + *digit;
        number.end += c.length;
    }
    if (number.digits > 0) return number;
    return begin < text.size() ? scan_kanji_number(text, begin) : std::nullopt;
}

std::optional<ScannedYear> scan_bare_year(std::string_view text, std::size_t begin) {
    if (begin >= text.size()) return std::nullopt;
    if (const std::optional<ScannedEra> era = scan_era(text, begin)) return scan_era_year(text, *era);
    return scan_western_year(text, begin);
}

bool may_start_year(char32_t c) {
    if (c >= U'ぁ' && c <= U'ヿ') return false;
    switch (c) {
        case U'令':
        case U'平':
        case U'昭':
        case U'大':
        case U'明':
        case U'㋿':
        case U'㍻':
        case U'㍼':
        case U'㍽':
        case U'㍾':
        case U'〇':
        case U'一':
        case U'二':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十': return true;
        default: break;
    }
    const char32_t narrow = c < 0x80 || c >= U'！' ? narrow_upper(c) : U'\0';
    if (narrow >= U'0' && narrow <= U'9') return true;
    return narrow == U'R' || narrow == U'H' || narrow == U'S' || narrow == U'T' || narrow == U'M';
}

std::optional<YearMention> scan_year(std::string_view text, std::size_t begin) {
    constexpr std::string_view kYearSign = "年";
    constexpr std::string_view kFiscalSign = "度";
    const std::optional<ScannedYear> scanned = scan_bare_year(text, begin);
    if (!scanned) return std::nullopt;
    YearMention mention{scanned->year, false, false, begin, scanned->end};
    std::size_t at = skip_spaces(text, skip_bracketed_year(text, skip_spaces(text, scanned->end), scanned->year));
    if (text.substr(at).starts_with(kYearSign)) {
        mention.year_sign = true;
        mention.end = at + kYearSign.size();
        at = skip_spaces(text, mention.end);
        mention.fiscal = text.substr(at).starts_with(kFiscalSign);
        if (mention.fiscal) mention.end = at + kFiscalSign.size();
    }
    if (scanned->era && !era_reaches(*scanned->era, mention.year, mention.fiscal || !mention.year_sign)) {
        return std::nullopt;
    }
    return mention;
}

}  // namespace torimatome::text
