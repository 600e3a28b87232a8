#include "parsers/xlsx/number_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "parsers/xlsx/decimal.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers::xlsx {

namespace {

constexpr int kDays1904 = 1462;
constexpr int kGeneralWidth = 11;  // characters that General shows at most, the sign apart
constexpr int kGeneralDigits = 9;  // after the point

std::string without_trailing_zeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string plain_digits(const Decimal& value, int places) {
    const Decimal shown = rounded(value, places);
    std::string text = integer_digits(shown);
    if (text.empty()) text = "0";
    if (places > 0) text += "." + fraction_digits(shown, places);
    return text;
}

std::string scientific(const Decimal& value) {
    Decimal mantissa = shifted(value, 1 - value.point);
    int exponent = value.point - 1;
    mantissa = rounded(mantissa, 5);
    if (mantissa.point > 1) mantissa.point = 1, ++exponent;
    return without_trailing_zeros(plain_digits(mantissa, 5)) +
           fmt::format("E{}{:02}", exponent < 0 ? '-' : '+', std::abs(exponent));
}

// General: whole numbers as they are written, others in at most 11 characters.
std::string general_text(const Decimal& value) {
    const std::string sign = value.negative && !value.zero() ? "-" : "";
    if (value.zero()) return "0";
    const int exponent = value.point - 1;
    const auto significant = static_cast<int>(value.digits.size());
    const bool whole = significant <= value.point;
    if (value.integer_as_written || (whole && value.point <= kGeneralWidth)) return sign + integer_digits(value);
    const bool short_fraction = exponent < 0 && significant - value.point <= kGeneralDigits;
    if (exponent >= kGeneralWidth || (exponent < -4 && !short_fraction)) return sign + scientific(value);
    const int places = std::clamp(kGeneralDigits - std::max(exponent, 0), 0, kGeneralDigits);
    return sign + without_trailing_zeros(plain_digits(value, places));
}

// 「12」 and the like, which General shows as they are; most numbers of a large sheet are such.
bool is_plain_integer(std::string_view value) {
    const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && !value.empty() && (value[0] != '0' || value.size() == 1);
}

bool is_placeholder(const FormatToken& token) { return token.kind == TokenKind::digit && token.count > 0; }

bool holds(const FormatSection& section, double value) {
    if (section.comparison == "<") return value < section.limit;
    if (section.comparison == "<=") return value <= section.limit;
    if (section.comparison == ">") return value > section.limit;
    if (section.comparison == ">=") return value >= section.limit;
    if (section.comparison == "=") return value == section.limit;
    return section.comparison == "<>" && value != section.limit;
}

struct Choice {
    const FormatSection* section = nullptr;
    bool minus = false;  // the sign is shown: the section is not one for negative numbers only
};

Choice choose_section(const NumberFormat& format, double value) {
    const auto& sections = format.numbers;
    const bool negative = value < 0;
    const bool conditional =
        std::any_of(sections.begin(), sections.end(), [](const FormatSection& one) { return !one.comparison.empty(); });
    if (!conditional) {
        if (sections.size() == 1) return {&sections[0], negative};
        if (negative) return {&sections[1], false};
        const bool third = value == 0 && sections.size() > 2;
        return {&sections[third ? 2 : 0], false};
    }
    for (const FormatSection& section : sections) {
        const bool fits = section.comparison.empty() ? &section != &sections[0] || sections.size() == 1 || value > 0
                                                     : holds(section, value);
        if (!fits) continue;
        const bool only_negative =
            section.comparison.starts_with('<') && section.comparison != "<>" && section.limit <= 0;
        return {&section, negative && !only_negative};
    }
    return {&sections.back(), negative};
}

// The integer digits spread over the placeholders from the right; what is left over goes before the first one.
std::vector<std::string> spread_integer(const FormatSection& section, std::size_t end, const std::string& digits) {
    std::vector<std::string> pieces(section.tokens.size());
    std::size_t left = digits.size();
    int place = 0;
    const auto put = [&](std::size_t at, const std::string& digit) {
        const bool comma = section.grouping && place > 0 && place % 3 == 0;
        pieces[at].insert(0, digit + (comma ? "," : ""));
        ++place;
    };
    std::size_t first = end;
    for (std::size_t i = end; i-- > 0;) {
        if (!is_placeholder(section.tokens[i])) continue;
        first = i;
        if (left > 0) {
            put(i, digits.substr(--left, 1));
        } else if (section.tokens[i].text == "0") {
            put(i, "0");
        } else if (section.tokens[i].text == "?") {
            pieces[i] = " ";
        }
    }
    while (first < end && left > 0) put(first, digits.substr(--left, 1));
    return pieces;
}

// The digits after the point; the ends that # and ? stand for are dropped where they are zero.
void spread_fraction(const FormatSection& section, std::size_t begin, std::size_t end, const std::string& digits,
                     std::vector<std::string>& pieces) {
    std::size_t next = 0;
    const std::size_t last = digits.find_last_not_of('0');
    for (std::size_t i = begin; i < end; ++i) {
        if (!is_placeholder(section.tokens[i]) || next >= digits.size()) continue;
        const bool needed = section.tokens[i].text == "0" || (last != std::string::npos && next <= last);
        if (needed)
            pieces[i] = digits.substr(next, 1);
        else if (section.tokens[i].text == "?")
            pieces[i] = " ";
        ++next;
    }
}

std::size_t find_kind(const FormatSection& section, TokenKind kind) {
    const auto found = std::find_if(section.tokens.begin(), section.tokens.end(),
                                    [&](const FormatToken& token) { return token.kind == kind; });
    return static_cast<std::size_t>(found - section.tokens.begin());
}

int count_placeholders(const FormatSection& section, std::size_t begin, std::size_t end) {
    int count = 0;
    for (std::size_t i = begin; i < end; ++i) count += is_placeholder(section.tokens[i]) ? 1 : 0;
    return count;
}

std::string join_tokens(const FormatSection& section, const std::vector<std::string>& pieces) {
    std::string text;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const bool digits = is_placeholder(section.tokens[i]) || section.tokens[i].kind == TokenKind::exponent ||
                            section.tokens[i].kind == TokenKind::general;
        text += digits ? kanji_digits(pieces[i], section.kanji_digits) : section.tokens[i].text;
    }
    return text;
}

std::string show_scientific(const FormatSection& section, const Decimal& value, std::size_t at_exponent) {
    const std::size_t point = std::min(find_kind(section, TokenKind::point), at_exponent);
    const int before = std::max(count_placeholders(section, 0, point), 1);
    const int places = count_placeholders(section, point, at_exponent);
    const auto exponent_for = [&](const Decimal& number) {
        const int exponent = number.zero() ? 0 : number.point - 1;
        const int down = exponent >= 0 ? exponent / before : -((-exponent + before - 1) / before);
        return down * before;
    };
    int exponent = exponent_for(value);
    Decimal mantissa = rounded(shifted(value, -exponent), places);
    if (mantissa.point > before) {
        exponent += before;
        mantissa = shifted(mantissa, -before);
    }
    std::vector<std::string> pieces = spread_integer(section, point, integer_digits(mantissa));
    spread_fraction(section, point, at_exponent, fraction_digits(mantissa, places), pieces);
    const std::string digits = std::to_string(std::abs(exponent));
    const std::vector<std::string> power = spread_integer(section, section.tokens.size(), digits);
    for (std::size_t i = at_exponent; i < pieces.size(); ++i) pieces[i] = power[i];
    const bool plus = section.tokens[at_exponent].text == "+";
    pieces[at_exponent] = exponent < 0 ? "E-" : plus ? "E+" : "E";
    return join_tokens(section, pieces);
}

// The closest fraction whose denominator has as many digits as the format gives it, or is the one it names.
std::pair<long long, long long> closest_fraction(double value, long long largest, long long fixed) {
    if (fixed > 0) return {std::llround(value * static_cast<double>(fixed)), fixed};
    std::pair<long long, long long> best{0, 1};
    double smallest = std::numeric_limits<double>::max();
    for (long long denominator = 1; denominator <= largest; ++denominator) {
        const long long numerator = std::llround(value * static_cast<double>(denominator));
        const double distance = std::abs(value - static_cast<double>(numerator) / static_cast<double>(denominator));
        if (distance < smallest - 1e-12) {
            smallest = distance;
            best = {numerator, denominator};
        }
    }
    return best;
}

std::string show_fraction(const FormatSection& section, double value, std::size_t slash) {
    std::string fixed;
    int width = 0;
    for (std::size_t i = slash + 1; i < section.tokens.size(); ++i) {
        const FormatToken& token = section.tokens[i];
        if (is_placeholder(token)) ++width;
        if (token.kind == TokenKind::literal) fixed += token.text;
    }
    long long denominator = 0;
    std::from_chars(fixed.data(), fixed.data() + fixed.size(), denominator);
    std::size_t numerator_begin = slash;
    while (numerator_begin > 0 && is_placeholder(section.tokens[numerator_begin - 1])) --numerator_begin;
    const bool mixed = count_placeholders(section, 0, numerator_begin) > 0;
    const double whole = mixed ? std::floor(value) : 0;
    const auto largest = static_cast<long long>(std::pow(10, std::clamp(width, 1, 4))) - 1;
    auto [numerator, bottom] = closest_fraction(value - whole, largest, denominator);
    auto integer = static_cast<long long>(whole);
    if (mixed && numerator == bottom) numerator = 0, ++integer;
    if (mixed && numerator == 0) return std::to_string(integer);
    const std::string fraction = fmt::format("{}/{}", numerator, bottom);
    return mixed && integer > 0 ? fmt::format("{} {}", integer, fraction) : fraction;
}

std::string show_digits(const FormatSection& section, Decimal value) {
    const auto percents = std::count_if(section.tokens.begin(), section.tokens.end(),
                                        [](const FormatToken& token) { return token.kind == TokenKind::percent; });
    value = shifted(std::move(value), static_cast<int>(percents) * 2 - section.scale * 3);
    const std::size_t point = find_kind(section, TokenKind::point);
    const std::size_t end = section.tokens.size();
    const int places = count_placeholders(section, point, end);
    value = rounded(std::move(value), places);
    std::vector<std::string> pieces = spread_integer(section, point, integer_digits(value));
    spread_fraction(section, point, end, fraction_digits(value, places), pieces);
    const std::size_t general = find_kind(section, TokenKind::general);
    if (general < end) {
        value.negative = false;
        pieces[general] = general_text(value);
    }
    return join_tokens(section, pieces);
}

std::string show_section(const FormatSection& section, const Decimal& value, double number) {
    const std::size_t end = section.tokens.size();
    const std::size_t exponent = find_kind(section, TokenKind::exponent);
    if (exponent < end && count_placeholders(section, 0, exponent) > 0)
        return show_scientific(section, value, exponent);
    const std::size_t slash = find_kind(section, TokenKind::slash);
    const bool fraction = slash > 0 && slash < end && is_placeholder(section.tokens[slash - 1]);
    if (fraction) return show_fraction(section, std::abs(number), slash);
    const std::size_t general = find_kind(section, TokenKind::general);
    const bool kanji_general = general < end && section.kanji_digits > 0 && section.kanji_digits < 3 &&
                               value.point <= 9 && static_cast<int>(value.digits.size()) <= value.point;
    if (kanji_general) {
        std::vector<std::string> pieces(end);
        pieces[general] = kanji_number(static_cast<int>(std::abs(number)), section.kanji_digits);
        return join_tokens(section, pieces);
    }
    if (general < end) {
        std::vector<std::string> pieces(end);
        Decimal magnitude = value;
        magnitude.negative = false;
        pieces[general] = general_text(magnitude);
        return join_tokens(section, pieces);
    }
    return show_digits(section, value);
}

}  // namespace

bool is_number(std::string_view value) { return is_plain_integer(value) || parse_decimal(value).has_value(); }

Shown show_number(const NumberFormat& format, std::string_view value, bool date1904) {
    if (format.plain && is_plain_integer(value)) return {std::string(value), false, false, std::nullopt};
    const std::optional<Decimal> decimal = parse_decimal(value);
    if (!decimal) return {std::string(value), false, false, std::nullopt};
    if (format.plain) return {general_text(*decimal), false, false, std::nullopt};
    double number = 0;
    std::from_chars(value.data() + (value.starts_with('+') ? 1 : 0), value.data() + value.size(), number);
    const Choice choice = choose_section(format, number);
    Shown shown;
    if (choice.section->date) {
        const std::optional<Shown> date = show_date(*choice.section, number + (date1904 ? kDays1904 : 0));
        if (!date) return {general_text(*decimal), false, true, std::nullopt};
        shown = *date;
    } else {
        shown.text = (choice.minus ? "-" : "") + show_section(*choice.section, *decimal, number);
    }
    shown.text = std::string(text::trim(shown.text));
    if (shown.text.empty()) return {general_text(*decimal), true, false, std::nullopt};
    return shown;
}

TextFrame frame_of_text(const NumberFormat& format) {
    TextFrame frame;
    if (!format.text) return frame;
    bool found = false;
    for (const FormatToken& token : format.text->tokens) {
        if (token.kind == TokenKind::text) {
            found = true;
        } else {
            (found ? frame.after : frame.before) += token.text;
        }
    }
    frame.before = std::string(text::trim(frame.before));
    frame.after = std::string(text::trim(frame.after));
    frame.hidden = !found;
    if (frame.hidden) frame.before.clear();
    return frame;
}

}  // namespace torimatome::parsers::xlsx
