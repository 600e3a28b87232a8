#include "text/mark.hpp"

#include <array>
#include <utility>

#include "text/code_points.hpp"
#include "text/mark_signs.hpp"
#include "text/roman.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

constexpr std::array<std::pair<std::string_view, MarkStyle>, 7> kStyleNames{{
    {"circled", MarkStyle::circled},
    {"katakana", MarkStyle::katakana},
    {"parenthesised", MarkStyle::parenthesised},
    {"number", MarkStyle::number},
    {"roman", MarkStyle::roman},
    {"letter", MarkStyle::letter},
    {"parenthesised-katakana", MarkStyle::parenthesised_katakana},
}};

constexpr int kLastNumber = 99;  // of a mark in Arabic digits; longer numbers are amounts and years

/// A mark's bare sign: its number, where it ends, and whether it was read for another character.
struct Sign {
    int number = 0;
    std::size_t end = 0;
    bool look_alike = false;
};

/// The code point at `at`, 0 at the end.
CodePoint peek(std::string_view text, std::size_t at) {
    return at < text.size() ? code_point_at(text, at) : CodePoint{};
}

bool is_digit(char32_t c) { return narrow(c) >= U'0' && narrow(c) <= U'9'; }
bool is_full_stop(char32_t c) { return c == U'.' || c == U'．'; }

std::optional<Sign> sign_of_style(std::string_view text, std::size_t at, MarkStyle style) {
    const CodePoint c = peek(text, at);
    const std::optional<MarkSign> sign = mark_sign(c.value);
    if (!sign || sign->style != style) return std::nullopt;
    return Sign{sign->number, at + c.length, false};
}

std::optional<Sign> katakana_sign(std::string_view text, std::size_t at) {
    const CodePoint c = peek(text, at);
    if (const int place = katakana_place(c.value)) return Sign{place, at + c.length, false};
    const char32_t meant = katakana_looking_like(c.value);
    if (meant == 0) return std::nullopt;
    return Sign{katakana_place(meant), at + c.length, true};
}

std::optional<Sign> arabic_sign(std::string_view text, std::size_t at) {
    if (!is_digit(peek(text, at).value)) return std::nullopt;
    const std::optional<ScannedNumber> number = scan_number(text, at);
    if (!number || number->value < 1 || number->value > kLastNumber) return std::nullopt;
    return Sign{number->value, number->end, false};
}

std::optional<Sign> letter_sign(std::string_view text, std::size_t at) {
    const CodePoint c = peek(text, at);
    const char32_t letter = narrow(c.value);
    if (letter >= U'a' && letter <= U'z') return Sign{static_cast<int>(letter - U'a') + 1, at + c.length, false};
    if (letter >= U'A' && letter <= U'Z') return Sign{static_cast<int>(letter - U'A') + 1, at + c.length, false};
    return std::nullopt;
}

/// Roman numerals of one sign (Ⅲ), or of Ⅹ and a sign for its ones (ⅩⅢ). Other signs in a row are two numbers (ⅠⅡ).
std::optional<Sign> roman_of_signs(std::string_view text, std::size_t at) {
    constexpr int kTen = 10;
    const std::optional<Sign> first = sign_of_style(text, at, MarkStyle::roman);
    const std::optional<Sign> second = first ? sign_of_style(text, first->end, MarkStyle::roman) : std::nullopt;
    if (!second) return first;
    const bool third = sign_of_style(text, second->end, MarkStyle::roman).has_value();
    if (third || first->number != kTen || second->number >= kTen) return std::nullopt;
    return Sign{kTen + second->number, second->end, false};
}

/// Roman numerals of letters in any width, of one case.
std::optional<Sign> roman_of_letters(std::string_view text, std::size_t at, std::u32string_view letters) {
    constexpr std::string_view upper = "IVX";
    std::string numeral;
    std::size_t end = at;
    for (CodePoint c = peek(text, end); c.length > 0; c = peek(text, end)) {
        const std::size_t place = letters.find(narrow(c.value));
        if (place == std::u32string_view::npos) break;
        numeral.push_back(upper[place]);
        end += c.length;
    }
    const int value = roman_value(numeral);
    if (value == 0) return std::nullopt;
    return Sign{value, end, false};
}

std::optional<Sign> roman_sign(std::string_view text, std::size_t at) {
    if (mark_sign(peek(text, at).value)) return roman_of_signs(text, at);
    if (const std::optional<Sign> sign = roman_of_letters(text, at, U"IVX")) return sign;
    return roman_of_letters(text, at, U"ivx");
}

using SignReader = std::optional<Sign> (*)(std::string_view, std::size_t);

/// A sign between brackets, half or full width and mixed, spaces inside them allowed.
std::optional<Sign> bracketed_sign(std::string_view text, std::size_t at, SignReader read) {
    const CodePoint open = peek(text, at);
    if (narrow(open.value) != U'(') return std::nullopt;
    std::optional<Sign> sign = read(text, skip_spaces(text, at + open.length));
    if (!sign) return std::nullopt;
    const std::size_t close_at = skip_spaces(text, sign->end);
    const CodePoint close = peek(text, close_at);
    if (narrow(close.value) != U')') return std::nullopt;
    sign->end = close_at + close.length;
    return sign;
}

/// Whether an unbracketed mark may end at `end`: アセスメント, 10区 and 1.5倍 go on.
bool ends_there(std::string_view text, std::size_t end) {
    const CodePoint next = peek(text, end);
    if (next.length == 0 || is_space(next.value)) return true;
    if (is_full_stop(next.value)) return !is_digit(peek(text, end + next.length).value);
    constexpr std::u32string_view commas = U",，、､";
    return commas.find(next.value) != std::u32string_view::npos && !is_digit(peek(text, end + next.length).value);
}

std::optional<Sign> unbracketed(std::string_view text, std::optional<Sign> sign) {
    if (!sign || !ends_there(text, sign->end)) return std::nullopt;
    return sign;
}

/// An Arabic number; the full stop behind it belongs to the mark.
std::optional<Sign> number_mark(std::string_view text, std::size_t at) {
    if (const std::optional<Sign> sign = sign_of_style(text, at, MarkStyle::number)) return sign;
    std::optional<Sign> sign = unbracketed(text, arabic_sign(text, at));
    if (!sign) return std::nullopt;
    const CodePoint next = peek(text, sign->end);
    if (is_full_stop(next.value)) sign->end += next.length;
    return sign;
}

std::optional<Sign> parenthesised_mark(std::string_view text, std::size_t at) {
    if (const std::optional<Sign> sign = sign_of_style(text, at, MarkStyle::parenthesised)) return sign;
    return bracketed_sign(text, at, arabic_sign);
}

std::optional<Sign> letter_mark(std::string_view text, std::size_t at) {
    if (const std::optional<Sign> sign = sign_of_style(text, at, MarkStyle::letter)) return sign;
    if (const std::optional<Sign> sign = bracketed_sign(text, at, letter_sign)) return sign;
    return unbracketed(text, letter_sign(text, at));
}

std::optional<Sign> read_mark(std::string_view text, std::size_t at, MarkStyle style) {
    switch (style) {
        case MarkStyle::circled: return sign_of_style(text, at, style);
        case MarkStyle::katakana: return unbracketed(text, katakana_sign(text, at));
        case MarkStyle::parenthesised: return parenthesised_mark(text, at);
        case MarkStyle::number: return number_mark(text, at);
        case MarkStyle::roman: return unbracketed(text, roman_sign(text, at));
        case MarkStyle::letter: return letter_mark(text, at);
        case MarkStyle::parenthesised_katakana: return bracketed_sign(text, at, katakana_sign);
    }
    return std::nullopt;
}

std::string code_point_text(char32_t c) {
    std::string text;
    append_code_point(text, c);
    return text;
}

std::string circled_text(int number) {
    if (number <= 20) return code_point_text(0x2460 + static_cast<char32_t>(number) - 1);
    if (number <= 35) return code_point_text(0x3251 + static_cast<char32_t>(number) - 21);
    if (number <= 50) return code_point_text(0x32B1 + static_cast<char32_t>(number) - 36);
    return "(" + std::to_string(number) + ")";
}

std::string katakana_text(int number) {
    const char32_t letter = katakana_at(number);
    return letter == 0 ? std::to_string(number) : code_point_text(letter);
}

}  // namespace

std::optional<MarkStyle> mark_style_from_name(std::string_view name) {
    for (const auto& [style_name, style] : kStyleNames) {
        if (style_name == name) return style;
    }
    return std::nullopt;
}

std::optional<Mark> leading_mark(std::string_view text, MarkStyle style) {
    const std::size_t begin = skip_spaces(text, 0);
    const std::optional<Sign> sign = read_mark(text, begin, style);
    if (!sign) return std::nullopt;
    return Mark{style, sign->number, std::string(text.substr(begin, sign->end - begin)), sign->end, sign->look_alike};
}

std::optional<Mark> whole_mark(std::string_view text, MarkStyle style) {
    std::optional<Mark> mark = leading_mark(text, style);
    if (!mark) return std::nullopt;
    std::size_t end = mark->length;
    const CodePoint next = peek(text, end);
    if (is_full_stop(next.value)) end += next.length;
    if (skip_spaces(text, end) != text.size()) return std::nullopt;
    return mark;
}

std::string mark_text(MarkStyle style, int number) {
    if (number < 1) return std::to_string(number);
    switch (style) {
        case MarkStyle::circled: return circled_text(number);
        case MarkStyle::katakana: return katakana_text(number);
        case MarkStyle::parenthesised: return "(" + std::to_string(number) + ")";
        case MarkStyle::number: return std::to_string(number);
        case MarkStyle::roman: return number <= 39 ? std::string(roman_text(number)) : std::to_string(number);
        case MarkStyle::letter:
            return number <= 26 ? code_point_text(U'a' + static_cast<char32_t>(number) - 1) : std::to_string(number);
        case MarkStyle::parenthesised_katakana: return "(" + katakana_text(number) + ")";
    }
    return std::to_string(number);
}

std::optional<int> numeral_value(std::string_view text) {
    const std::string_view trimmed = trim(text);
    for (const SignReader read : {&roman_sign, &arabic_sign}) {
        const std::optional<Sign> sign = read(trimmed, 0);
        if (sign && sign->end == trimmed.size()) return sign->number;
    }
    return std::nullopt;
}

}  // namespace torimatome::text
