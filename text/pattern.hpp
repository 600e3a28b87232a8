// The mappings' pattern language: what a line of a known kind looks like, whatever its widths, spaces and dashes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace torimatome::text {

/// What the placeholders of a pattern stand for in a line.
struct PatternMatch {
    /// Placeholder name (without braces) and its text in the line as written, trimmed; in the pattern's order.
    std::vector<std::pair<std::string, std::string>> values;
    std::optional<int> year;       ///< western year of the first {year}
    std::optional<int> next_year;  ///< western year of the first {next-year}

    /// The text of the first placeholder of that name; empty where the pattern has none.
    std::string value(std::string_view name) const;
};

/// A line as literal text with placeholders:
///   {number}  digits in any width, all that stand together
///   {roman}   a Roman numeral: Ⅲ, III
///   {title}   any text, at least one character
///   {any}     any text, or none
///   {year}, {next-year}  a year in any notation: 令和3年度, R3, 2021年
///   {mark}    a numbering mark of any style: ①, (1), ア
/// Literal text is compared by compare key. A space in the pattern stands for any white space or none; between
/// {number} and {title} or {any} it stands for at least one, because 「10区の…」 is no item 10.
/// {title} and {any} take as little as possible.
class Pattern {
  public:
    explicit Pattern(std::string source);

    const std::string& source() const { return source_; }

    /// The match of the whole line; empty where it does not fit. Whether {next-year} follows {year} is not looked at.
    std::optional<PatternMatch> match(std::string_view line) const;

    /// How near `line` comes to the pattern's literal text, 0 to 1, years folded: high for a line in which a character
    /// or two are misread. Bigram Dice, taken at each end apart where {title} or {any} stands between. A
    /// pattern with hardly any literal text ({number} {title}) gives 1 for lines that match and 0 for others.
    double similarity(std::string_view line) const;

    enum class TokenKind { literal, space, number, roman, title, any, year, next_year, mark };
    struct Token {
        TokenKind kind = TokenKind::literal;
        std::u32string literal;  ///< key of a literal, dashes as one
    };

  private:
    std::string source_;
    std::vector<Token> tokens_;
    std::vector<std::string> segments_;  ///< keys of the literal text between {title} and {any}, years folded
    std::size_t literal_characters_ = 0;
    bool has_number_ = false;
};

/// The braced words in `source` that are no placeholder, so that a mapping with a misspelt one can be refused.
std::vector<std::string> unknown_placeholders(std::string_view source);

}  // namespace torimatome::text
