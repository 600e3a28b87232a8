#include "text/pattern.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/key_year.hpp"
#include "text/pattern_matcher.hpp"
#include "text/similarity.hpp"

namespace torimatome::text {

namespace {

using TokenKind = Pattern::TokenKind;

constexpr std::size_t kShortestLiteral = 2;  // below this the literal text says nothing about a line

constexpr std::array<std::pair<std::string_view, TokenKind>, 7> kPlaceholders{{
    {"number", TokenKind::number},
    {"roman", TokenKind::roman},
    {"title", TokenKind::title},
    {"any", TokenKind::any},
    {"year", TokenKind::year},
    {"next-year", TokenKind::next_year},
    {"mark", TokenKind::mark},
}};

std::optional<TokenKind> placeholder_kind(std::string_view name) {
    for (const auto& [known, kind] : kPlaceholders) {
        if (known == name) return kind;
    }
    return std::nullopt;
}

/// A piece of a pattern: literal text, or the name in a pair of braces.
struct Piece {
    std::string_view text;
    bool braced = false;
};

std::vector<Piece> split_at_braces(std::string_view source) {
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    while (begin < source.size()) {
        const std::size_t open = source.find('{', begin);
        const std::size_t close = open == std::string_view::npos ? open : source.find('}', open);
        if (close == std::string_view::npos) {
            pieces.push_back({source.substr(begin), false});
            break;
        }
        if (open > begin) pieces.push_back({source.substr(begin, open - begin), false});
        pieces.push_back({source.substr(open + 1, close - open - 1), true});
        begin = close + 1;
    }
    return pieces;
}

void add_literal(std::vector<Pattern::Token>& tokens, std::string_view text) {
    std::size_t begin = 0;
    const auto add_word = [&](std::size_t end) {
        const std::u32string key = one_dash(compare_key(text.substr(begin, end - begin)));
        if (!key.empty()) tokens.push_back({TokenKind::literal, key});
    };
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (is_space(c.value)) {
            add_word(i);
            tokens.push_back({TokenKind::space, {}});
            begin = i + c.length;
        }
        i += c.length;
    }
    add_word(text.size());
}

/// Digits as one sign, so that a line fits {number} whatever its number is.
std::string with_one_digit(std::string_view key) {
    std::string out;
    for (const char c : key) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !out.empty() && out.back() == '0') continue;
        out.push_back(digit ? '0' : c);
    }
    return out;
}

std::vector<std::size_t> character_starts(std::string_view key) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < key.size(); i += code_point_at(key, i).length) starts.push_back(i);
    starts.push_back(key.size());
    return starts;
}

/// The best likeness of `segment` to the start (or end) of `key`, where a character more or less may stand.
double likeness_at_end(const std::string& segment, const std::string& key, bool at_start) {
    const std::vector<std::size_t> starts = character_starts(key);
    const std::size_t length = character_starts(segment).size() - 1;
    const std::size_t characters = starts.size() - 1;
    double best = 0.0;
    for (std::size_t taken = length > 2 ? length - 2 : 1; taken <= std::min(length + 2, characters); ++taken) {
        const std::string_view part = at_start ? std::string_view(key).substr(0, starts[taken])
                                               : std::string_view(key).substr(starts[characters - taken]);
        best = std::max(best, bigram_dice(segment, part));
    }
    return best;
}

}  // namespace

std::string PatternMatch::value(std::string_view name) const {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const auto& entry) { return entry.first == name; });
    return found == values.end() ? std::string() : found->second;
}

Pattern::Pattern(std::string source) : source_(std::move(source)), segments_(1) {
    for (const Piece& piece : split_at_braces(source_)) {
        const std::optional<TokenKind> kind = piece.braced ? placeholder_kind(piece.text) : std::nullopt;
        if (!kind) {
            add_literal(tokens_, piece.braced ? "{" + std::string(piece.text) + "}" : std::string(piece.text));
            segments_.back() += piece.text;
            literal_characters_ += count_non_space(piece.text);
            continue;
        }
        tokens_.push_back({*kind, {}});
        has_number_ = has_number_ || *kind == TokenKind::number;
        if (*kind == TokenKind::title || *kind == TokenKind::any) segments_.emplace_back();
        if (*kind == TokenKind::year || *kind == TokenKind::next_year) segments_.back() += "令和1年度";
        if (*kind == TokenKind::number) segments_.back() += "0";
    }
    for (std::string& segment : segments_) {
        segment = compare_key(segment, {.fold_years = true});
        if (has_number_) segment = with_one_digit(segment);
    }
}

std::optional<PatternMatch> Pattern::match(std::string_view line) const { return match_tokens(tokens_, line); }

double Pattern::similarity(std::string_view line) const {
    if (literal_characters_ < kShortestLiteral) return match(line) ? 1.0 : 0.0;
    std::string key = compare_key(line, {.fold_years = true});
    if (has_number_) key = with_one_digit(key);
    if (segments_.size() == 1) return bigram_dice(segments_.front(), key);
    double weighted = 0.0;
    std::size_t weight = 0;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const std::string& segment = segments_[i];
        const bool at_end = i == 0 || i + 1 == segments_.size();
        if (segment.empty()) continue;
        const double likeness = at_end ? likeness_at_end(segment, key, i == 0) : containment(segment, key);
        weighted += likeness * static_cast<double>(segment.size());
        weight += segment.size();
    }
    return weight == 0 ? 0.0 : weighted / static_cast<double>(weight);
}

std::vector<std::string> unknown_placeholders(std::string_view source) {
    std::vector<std::string> unknown;
    for (const Piece& piece : split_at_braces(source)) {
        if (piece.braced && !placeholder_kind(piece.text)) unknown.emplace_back(piece.text);
    }
    return unknown;
}

}  // namespace torimatome::text
