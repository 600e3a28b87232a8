#include "text/pattern_matcher.hpp"

#include <array>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

using TokenKind = Pattern::TokenKind;

/// One character of the line's key: what it is, where the character of the line that gave it starts, whether it is the
/// first that came from there, and whether white space stands before it.
struct Unit {
    char32_t value = 0;
    std::size_t begin = 0;
    bool starts_character = true;
    bool space_before = false;
};

std::vector<Unit> units_of(std::string_view line) {
    const KeyWithOrigin key = compare_key_with_origin(line);
    std::vector<Unit> units;
    std::size_t seen = 0;  // bytes of the line looked at for spaces
    for (std::size_t i = 0; i < key.key.size();) {
        const CodePoint c = code_point_at(key.key, i);
        const std::size_t begin = key.origin[i];
        const bool starts = units.empty() || units.back().begin != begin;
        Unit unit{c.value == U'ー' ? U'-' : c.value, begin, starts, false};
        for (; seen < begin; seen += code_point_at(line, seen).length) {
            unit.space_before = unit.space_before || is_space(code_point_at(line, seen).value);
        }
        units.push_back(unit);
        i += c.length;
    }
    return units;
}

bool is_digit(std::string_view line, const Unit& unit) {
    const char32_t written = code_point_at(line, unit.begin).value;
    return (written >= U'0' && written <= U'9') || (written >= U'０' && written <= U'９');
}

/// A depth-first search over tokens and places that never tries the same pair twice.
class Matcher {
  public:
    Matcher(const std::vector<Pattern::Token>& tokens, std::string_view line)
        : tokens_(tokens),
          line_(line),
          units_(units_of(line)),
          ends_(tokens.size() + 1, 0),
          failed_((tokens.size() + 1) * (units_.size() + 1), false) {}

    std::optional<PatternMatch> run() {
        if (!fits(0, 0)) return std::nullopt;
        PatternMatch match;
        std::size_t at = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            record(tokens_[i].kind, at, ends_[i], match);
            at = ends_[i];
        }
        return match;
    }

  private:
    bool fits(std::size_t token, std::size_t at) {
        if (token == tokens_.size()) return at == units_.size();
        const std::size_t key = token * (units_.size() + 1) + at;
        if (failed_[key]) return false;
        if (try_token(token, at)) return true;
        failed_[key] = true;
        return false;
    }

    bool ends_at(std::size_t token, std::size_t end) {
        ends_[token] = end;
        return fits(token + 1, end);
    }

    bool try_token(std::size_t token, std::size_t at) {
        switch (tokens_[token].kind) {
            case TokenKind::literal: return try_literal(token, at);
            case TokenKind::space: return (!needs_space(token) || space_at(at)) && ends_at(token, at);
            case TokenKind::number: return try_number(token, at);
            case TokenKind::title: return try_text(token, at, at + 1);
            case TokenKind::any: return try_text(token, at, at);
            case TokenKind::year:
            case TokenKind::next_year: return try_year(token, at);
            case TokenKind::mark: return try_mark(token, at);
            case TokenKind::roman: return try_roman(token, at);
        }
        return false;
    }

    bool try_literal(std::size_t token, std::size_t at) {
        const std::u32string& literal = tokens_[token].literal;
        if (units_.size() - at < literal.size()) return false;
        for (std::size_t i = 0; i < literal.size(); ++i) {
            if (units_[at + i].value != literal[i]) return false;
        }
        return ends_at(token, at + literal.size());
    }

    bool try_number(std::size_t token, std::size_t at) {
        const bool goes_on_from_digit = at > 0 && !space_at(at) && is_digit(line_, units_[at - 1]);
        if (goes_on_from_digit) return false;
        std::size_t end = at;
        while (end < units_.size() && is_digit(line_, units_[end]) && (end == at || !space_at(end))) ++end;
        return end > at && ends_at(token, end);
    }

    /// Text up to any place from `first_end` on; shortest first.
    bool try_text(std::size_t token, std::size_t at, std::size_t first_end) {
        if (!between_characters(at)) return false;
        if (token + 1 == tokens_.size()) return first_end <= units_.size() && ends_at(token, units_.size());
        for (std::size_t end = first_end; end <= units_.size(); ++end) {
            if (between_characters(end) && ends_at(token, end)) return true;
        }
        return false;
    }

    bool try_year(std::size_t token, std::size_t at) {
        if (at == units_.size() || !units_[at].starts_character) return false;
        if (!may_start_year(code_point_at(line_, units_[at].begin).value)) return false;
        const std::optional<YearMention> mention = scan_year(line_, units_[at].begin);
        return mention && ends_at(token, unit_from(at, mention->end));
    }

    bool try_roman(std::size_t token, std::size_t at) {
        if (at == units_.size() || !units_[at].starts_character) return false;
        const std::optional<Mark> mark = leading_mark(line_.substr(units_[at].begin), MarkStyle::roman);
        return mark && ends_at(token, unit_from(at, units_[at].begin + mark->length));
    }

    bool try_mark(std::size_t token, std::size_t at) {
        constexpr std::array<MarkStyle, 7> styles{
            MarkStyle::circled,  MarkStyle::parenthesised, MarkStyle::parenthesised_katakana,
            MarkStyle::katakana, MarkStyle::roman,         MarkStyle::number,
            MarkStyle::letter};
        if (at == units_.size() || !units_[at].starts_character) return false;
        for (const MarkStyle style : styles) {
            const std::optional<Mark> mark = leading_mark(line_.substr(units_[at].begin), style);
            if (mark && ends_at(token, unit_from(at, units_[at].begin + mark->length))) return true;
        }
        return false;
    }

    /// The first unit from `at` on that starts at or after byte `offset` of the line.
    std::size_t unit_from(std::size_t at, std::size_t offset) const {
        while (at < units_.size() && units_[at].begin < offset) ++at;
        return at;
    }

    bool between_characters(std::size_t at) const { return at == units_.size() || units_[at].starts_character; }
    bool space_at(std::size_t at) const { return at < units_.size() && units_[at].space_before; }

    bool needs_space(std::size_t token) const {
        if (token == 0 || token + 1 == tokens_.size()) return false;
        const TokenKind next = tokens_[token + 1].kind;
        return tokens_[token - 1].kind == TokenKind::number && (next == TokenKind::title || next == TokenKind::any);
    }

    std::string original(std::size_t from, std::size_t to) const {
        if (from >= to) return {};
        const std::size_t end = to < units_.size() ? units_[to].begin : line_.size();
        return std::string(trim(line_.substr(units_[from].begin, end - units_[from].begin)));
    }

    void record(TokenKind kind, std::size_t from, std::size_t to, PatternMatch& match) const {
        const auto add = [&](const char* name) { match.values.emplace_back(name, original(from, to)); };
        const auto year_at = [&] { return scan_year(line_, units_[from].begin)->year; };
        switch (kind) {
            case TokenKind::literal:
            case TokenKind::space: break;
            case TokenKind::number: add("number"); break;
            case TokenKind::title: add("title"); break;
            case TokenKind::any: add("any"); break;
            case TokenKind::mark: add("mark"); break;
            case TokenKind::roman: add("roman"); break;
            case TokenKind::year:
                add("year");
                if (!match.year) match.year = year_at();
                break;
            case TokenKind::next_year:
                add("next-year");
                if (!match.next_year) match.next_year = year_at();
                break;
        }
    }

    const std::vector<Pattern::Token>& tokens_;
    std::string_view line_;
    std::vector<Unit> units_;
    std::vector<std::size_t> ends_;  // of the tokens on the path under trial
    std::vector<bool> failed_;
};

}  // namespace

std::u32string one_dash(std::string_view key) {
    std::u32string characters;
    for (std::size_t i = 0; i < key.size();) {
        const CodePoint c = code_point_at(key, i);
        characters.push_back(c.value == U'ー' ? U'-' : c.value);
        i += c.length;
    }
    return characters;
}

std::optional<PatternMatch> match_tokens(const std::vector<Pattern::Token>& tokens, std::string_view line) {
    return Matcher(tokens, line).run();
}

}  // namespace torimatome::text
