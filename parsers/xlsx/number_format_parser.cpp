#include <algorithm>
#include <array>
#include <charconv>

#include "parsers/xlsx/number_format.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers::xlsx {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

std::size_t character_length(std::string_view text, std::size_t at) {
    return at < text.size() ? text::code_point_at(text, at).length : 0;
}

// Divides at the semicolons that stand in no quotes, brackets or escapes.
std::vector<std::string_view> split_sections(std::string_view code) {
    std::vector<std::string_view> sections;
    std::size_t begin = 0;
    char closing = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (closing) {
            if (code[i] == closing) closing = 0;
        } else if (code[i] == '"') {
            closing = '"';
        } else if (code[i] == '[') {
            closing = ']';
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            i += character_length(code, i + 1);
        } else if (code[i] == ';') {
            sections.push_back(code.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    sections.push_back(code.substr(begin));
    return sections;
}

void add_literal(FormatSection& section, std::string_view text) {
    if (text.empty()) return;
    if (!section.tokens.empty() && section.tokens.back().kind == TokenKind::literal) {
        section.tokens.back().text += text;
    } else {
        section.tokens.push_back({TokenKind::literal, std::string(text), 1});
    }
}

// [$¥-411], [$-ja-JP-x-gannen], [$-F800]: a currency sign and a locale.
void read_locale(FormatSection& section, std::string_view content) {
    const std::size_t dash = content.find('-');
    add_literal(section, content.substr(0, dash));
    if (dash == std::string_view::npos) return;
    std::string locale(content.substr(dash + 1));
    std::transform(locale.begin(), locale.end(), locale.begin(), lower);
    if (locale.find("gannen") != std::string::npos) section.gannen = true;
    const std::string language = locale.substr(0, locale.find(','));
    const bool by_name = language.starts_with("ja");
    const bool by_number = language.size() >= 3 && language.ends_with("411");
    section.japanese = by_name || by_number;
    const bool system = language == "f800" || language == "f400";
    section.western_era = !section.japanese && !system && !language.empty();
}

bool read_condition(FormatSection& section, std::string_view content) {
    const std::size_t number = content.find_first_not_of("<>=");
    if (number == 0 || number == std::string_view::npos) return false;
    double limit = 0;
    const auto [end, status] = std::from_chars(content.data() + number, content.data() + content.size(), limit);
    if (status != std::errc() || end != content.data() + content.size()) return false;
    section.comparison = content.substr(0, number);
    section.limit = limit;
    return true;
}

// The content of [...]: elapsed time, locale, condition or numerals; colours change nothing that is read.
void read_bracket(FormatSection& section, std::string_view content) {
    if (content.starts_with('$')) {
        read_locale(section, content.substr(1));
    } else if (starts_with_word(content, "dbnum") && content.size() == 6) {
        section.kanji_digits = std::clamp(content[5] - '0', 0, 3);
    } else if (!content.empty() && !read_condition(section, content)) {
        const char letter = lower(content[0]);
        const bool uniform = std::all_of(content.begin(), content.end(), [&](char c) { return lower(c) == letter; });
        if (uniform && (letter == 'h' || letter == 'm' || letter == 's')) {
            section.tokens.push_back({TokenKind::elapsed, std::string(1, letter), static_cast<int>(content.size())});
            section.date = true;
        }
    }
}

// Reads a date letter with its repetitions; 0 where there is none.
std::size_t read_date_letters(FormatSection& section, std::string_view rest) {
    const char letter = lower(rest[0]);
    if (std::string_view("ymdhsegar").find(letter) == std::string_view::npos) return 0;
    std::size_t count = 1;
    while (count < rest.size() && lower(rest[count]) == letter) ++count;
    if (letter == 'a' && count < 3) return 0;
    section.date = true;
    if (letter == 'r') {  // r is short for ee, rr for gggee
        if (count > 1) section.tokens.push_back({TokenKind::date, "g", 3});
        section.tokens.push_back({TokenKind::date, "e", 2});
    } else {
        section.tokens.push_back({TokenKind::date, std::string(1, letter), static_cast<int>(count)});
    }
    return count;
}

std::size_t read_word(FormatSection& section, std::string_view rest) {
    for (const std::string_view general : {"General", "G/標準"}) {
        if (starts_with_word(rest, general)) {
            section.tokens.push_back({TokenKind::general, "", 1});
            return general.size();
        }
    }
    for (const std::string_view half_day : {"AM/PM", "A/P"}) {
        if (starts_with_word(rest, half_day)) {
            section.tokens.push_back({TokenKind::half_day, std::string(rest.substr(0, half_day.size())), 1});
            section.date = true;
            return half_day.size();
        }
    }
    if (rest.size() > 1 && lower(rest[0]) == 'e' && (rest[1] == '+' || rest[1] == '-')) {
        section.tokens.push_back({TokenKind::exponent, std::string(rest.substr(1, 1)), 1});
        return 2;
    }
    return read_date_letters(section, rest);
}

std::size_t read_sign(FormatSection& section, std::string_view rest) {
    const std::string text(rest.substr(0, 1));
    switch (rest[0]) {
        case '0':
        case '#':
        case '?': section.tokens.push_back({TokenKind::digit, text, 1}); return 1;
        case '.': section.tokens.push_back({TokenKind::point, text, 1}); return 1;
        case ',': section.tokens.push_back({TokenKind::digit, text, 0}); return 1;
        case '%': section.tokens.push_back({TokenKind::percent, text, 1}); return 1;
        case '/': section.tokens.push_back({TokenKind::slash, text, 1}); return 1;
        case '@': section.tokens.push_back({TokenKind::text, text, 1}); return 1;
        default: return 0;
    }
}

// Within dates the signs of numbers are literals, but for the zeros after the seconds' point.
void settle_date_signs(FormatSection& section) {
    std::vector<FormatToken> settled;
    bool after_seconds = false;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        FormatToken token = section.tokens[i];
        if (token.kind == TokenKind::point && after_seconds) {
            int zeros = 0;
            while (i + 1 < section.tokens.size() && section.tokens[i + 1].text == "0") ++i, ++zeros;
            if (zeros > 0) token = {TokenKind::fraction, ".", zeros};
        }
        const bool number_sign = token.kind == TokenKind::digit || token.kind == TokenKind::point ||
                                 token.kind == TokenKind::percent || token.kind == TokenKind::slash ||
                                 token.kind == TokenKind::exponent;
        if (number_sign) token.kind = TokenKind::literal;
        after_seconds = (token.kind == TokenKind::date || token.kind == TokenKind::elapsed) && token.text == "s";
        settled.push_back(std::move(token));
    }
    section.tokens = std::move(settled);
}

// An m next to hours or seconds is a minute (ECMA-376 18.8.31).
void settle_minutes(FormatSection& section) {
    std::vector<FormatToken*> parts;
    for (FormatToken& token : section.tokens) {
        const bool timed = token.kind == TokenKind::date || token.kind == TokenKind::elapsed;
        if (timed && token.text != "a" && token.text != "g") parts.push_back(&token);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i]->kind != TokenKind::date || parts[i]->text != "m" || parts[i]->count > 2) continue;
        const bool after_hours = i > 0 && parts[i - 1]->text == "h";
        const bool before_seconds = i + 1 < parts.size() && parts[i + 1]->text == "s";
        if (after_hours || before_seconds) parts[i]->kind = TokenKind::minute;
    }
}

// Commas between digits group them, commas behind the last digit divide by a thousand each; all others are literals.
void settle_commas(FormatSection& section) {
    auto& tokens = section.tokens;
    const auto is_comma = [](const FormatToken& token) { return token.kind == TokenKind::digit && token.count == 0; };
    const auto is_digit = [](const FormatToken& token) { return token.kind == TokenKind::digit && token.count > 0; };
    const auto point = std::find_if(tokens.begin(), tokens.end(),
                                    [](const FormatToken& token) { return token.kind == TokenKind::point; });
    const auto first = std::find_if(tokens.begin(), tokens.end(), is_digit);
    auto last = tokens.end();
    auto last_of_all = tokens.end();
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
        if (!is_digit(*token)) continue;
        if (token < point) last = token;
        last_of_all = token;
    }
    std::vector<FormatToken> settled;
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
        if (!is_comma(*token)) {
            settled.push_back(*token);
        } else if (first != tokens.end() && last != tokens.end() && token > first && token < last) {
            section.grouping = true;
        } else if (last_of_all != tokens.end() && (token > last_of_all || (token > last && token < point))) {
            ++section.scale;
        } else {
            settled.push_back({TokenKind::literal, ",", 1});
        }
    }
    tokens = std::move(settled);
}

FormatSection parse_section(std::string_view code) {
    FormatSection section;
    std::size_t i = 0;
    while (i < code.size()) {
        const std::string_view rest = code.substr(i);
        const std::size_t length = character_length(code, i);
        if (rest[0] == '"') {
            const std::size_t end = std::min(rest.find('"', 1), rest.size());
            add_literal(section, rest.substr(1, end - 1));
            i += end + 1;
        } else if (rest[0] == '[' && rest.find(']') != std::string_view::npos) {
            const std::size_t end = rest.find(']');
            read_bracket(section, rest.substr(1, end - 1));
            i += end + 1;
        } else if (rest[0] == '\\') {
            const std::size_t next = character_length(code, i + 1);
            add_literal(section, rest.substr(1, next));
            i += 1 + next;
        } else if (rest[0] == '_' || rest[0] == '*') {  // room for alignment: no text
            i += 1 + character_length(code, i + 1);
        } else if (const std::size_t word = read_word(section, rest); word > 0) {
            i += word;
        } else if (const std::size_t sign = read_sign(section, rest); sign > 0) {
            i += sign;
        } else {
            add_literal(section, rest.substr(0, length));
            i += length;
        }
    }
    if (section.date) {
        settle_date_signs(section);
        settle_minutes(section);
    } else {
        settle_commas(section);
    }
    return section;
}

bool has_kind(const FormatSection& section, TokenKind kind) {
    return std::any_of(section.tokens.begin(), section.tokens.end(),
                       [&](const FormatToken& token) { return token.kind == kind; });
}

}  // namespace

NumberFormat parse_number_format(std::string_view code) {
    // The system's long date and time: Windows shows its own format in their place.
    if (starts_with_word(code, "[$-F800]")) return parse_number_format("yyyy\"年\"m\"月\"d\"日\"");
    if (starts_with_word(code, "[$-F400]")) return parse_number_format("h:mm:ss");
    NumberFormat format;
    const std::vector<std::string_view> sections = split_sections(code);
    for (std::size_t i = 0; i < sections.size() && i < 4; ++i) {
        FormatSection section = parse_section(sections[i]);
        const bool for_text = i == 3 || (has_kind(section, TokenKind::text) && i + 1 == sections.size());
        if (for_text) {
            format.text = std::move(section);
        } else {
            format.numbers.push_back(std::move(section));
        }
    }
    if (format.numbers.empty()) {
        FormatSection general;
        general.tokens.push_back({TokenKind::general, "", 1});
        format.numbers.push_back(std::move(general));
    }
    const FormatSection& first = format.numbers.front();
    const bool general = format.numbers.size() == 1 && first.tokens.size() == 1 &&
                         first.tokens[0].kind == TokenKind::general && first.kanji_digits == 0;
    const bool text_as_it_is =
        !format.text || (format.text->tokens.size() == 1 && format.text->tokens[0].kind == TokenKind::text);
    format.plain = general && text_as_it_is;
    return format;
}

}  // namespace torimatome::parsers::xlsx
