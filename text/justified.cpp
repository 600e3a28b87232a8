#include "text/justified.hpp"

#include <vector>

#include "text/code_points.hpp"
#include "text/mark.hpp"

namespace torimatome::text {

namespace {

constexpr std::size_t kShortestRun = 3;

/// Text between spaces. `spaces` is how many bytes of spaces stand before it, `single` whether that is one space.
struct Token {
    std::string_view text;
    std::string_view space_before;
    bool one_space_before = false;
    bool single_character = false;
};

bool is_punctuation(char32_t c) { return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301F); }

/// One Japanese character, with the brackets and punctuation that stick to it.
bool is_single_character(std::string_view text) {
    int characters = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (!is_japanese(c.value)) return false;
        if (!is_punctuation(c.value) && ++characters > 1) return false;
        i += c.length;
    }
    return characters == 1 || !text.empty();
}

std::vector<Token> split_at_spaces(std::string_view line) {
    std::vector<Token> tokens;
    std::size_t i = 0;
    while (i < line.size()) {
        const std::size_t space_begin = i;
        int spaces = 0;
        while (i < line.size() && is_space(code_point_at(line, i).value)) {
            i += code_point_at(line, i).length;
            ++spaces;
        }
        const std::size_t begin = i;
        while (i < line.size() && !is_space(code_point_at(line, i).value)) i += code_point_at(line, i).length;
        const std::string_view text = line.substr(begin, i - begin);
        tokens.push_back({text, line.substr(space_begin, begin - space_begin), spaces == 1, is_single_character(text)});
    }
    return tokens;
}

/// Whether the first token is a numbering mark rather than the first character of a stretched word (ア セ ス).
bool starts_with_mark(const std::vector<Token>& tokens) {
    if (tokens.size() < 2) return false;
    if (leading_mark(tokens[0].text, MarkStyle::number)) return true;
    const std::optional<Mark> mark = leading_mark(tokens[0].text, MarkStyle::katakana);
    if (!mark || mark->through_look_alike || tokens[1].text.empty()) return false;
    return !is_katakana(code_point_at(tokens[1].text, 0).value);
}

}  // namespace

std::string join_justified(std::string_view line) {
    const std::vector<Token> tokens = split_at_spaces(line);
    std::string out;
    std::size_t i = 0;
    if (starts_with_mark(tokens)) {
        out.append(tokens[0].space_before).append(tokens[0].text);
        i = 1;
    }
    while (i < tokens.size()) {
        std::size_t end = i + 1;
        if (tokens[i].single_character) {
            while (end < tokens.size() && tokens[end].single_character && tokens[end].one_space_before) ++end;
        }
        const bool stretched = end - i >= kShortestRun;
        out.append(tokens[i].space_before).append(tokens[i].text);
        for (std::size_t k = i + 1; k < end; ++k) {
            if (!stretched) out.append(tokens[k].space_before);
            out.append(tokens[k].text);
        }
        i = end;
    }
    return out;
}

}  // namespace torimatome::text
