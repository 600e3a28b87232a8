#include "text/code_points.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace torimatome::text {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct SequenceShape {
    std::size_t length = 0;
    char32_t lead_bits = 0;
    char32_t smallest = 0;  // smaller values would be overlong forms
};

SequenceShape shape_of(unsigned char lead) {
    if (lead < 0xC2) return {};
    if (lead < 0xE0) return {2, lead & 0x1Fu, 0x80};
    if (lead < 0xF0) return {3, lead & 0x0Fu, 0x800};
    if (lead < 0xF5) return {4, lead & 0x07u, 0x10000};
    return {};
}

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    if (lead < 0x80) return {lead, 1};
    const SequenceShape shape = shape_of(lead);
    if (shape.length == 0 || offset + shape.length > text.size()) return {kReplacement, 1};
    char32_t value = shape.lead_bits;
    for (std::size_t i = 1; i < shape.length; ++i) {
        const auto next = static_cast<unsigned char>(text[offset + i]);
        if ((next & 0xC0u) != 0x80u) return {kReplacement, 1};
        value = (value << 6) | (next & 0x3Fu);
    }
    const bool surrogate = in(value, 0xD800, 0xDFFF);
    if (value < shape.smallest || surrogate || value > 0x10FFFF) return {kReplacement, 1};
    return {value, shape.length};
}

CodePoint last_code_point(std::string_view text) {
    constexpr std::size_t kLongest = 4;
    for (std::size_t length = 1; length <= std::min(kLongest, text.size()); ++length) {
        const CodePoint c = code_point_at(text, text.size() - length);
        const bool broken = c.value == kReplacement && length == 1;
        if (c.length == length && !broken) return c;
    }
    return {kReplacement, 1};
}

void append_code_point(std::string& text, char32_t value) {
    const auto push = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (value < 0x80) {
        push(value);
    } else if (value < 0x800) {
        push(0xC0 | (value >> 6));
        push(0x80 | (value & 0x3F));
    } else if (in(value, 0xD800, 0xDFFF) || value > 0x10FFFF) {
        append_code_point(text, kReplacement);
    } else if (value < 0x10000) {
        push(0xE0 | (value >> 12));
        push(0x80 | ((value >> 6) & 0x3F));
        push(0x80 | (value & 0x3F));
    } else {
        push(0xF0 | (value >> 18));
        push(0x80 | ((value >> 12) & 0x3F));
        push(0x80 | ((value >> 6) & 0x3F));
        push(0x80 | (value & 0x3F));
    }
}

bool is_hiragana(char32_t c) { return in(c, 0x3041, 0x3096) || in(c, 0x309D, 0x309F); }

bool is_katakana(char32_t c) {
    return in(c, 0x30A1, 0x30FA) || in(c, 0x30FC, 0x30FF) || in(c, 0x31F0, 0x31FF) || in(c, 0xFF66, 0xFF9F);
}

bool is_ideograph(char32_t c) {
    if (in(c, 0x4E00, 0x9FFF)) return true;
    const bool iteration_or_zero = in(c, 0x3005, 0x3007);
    const bool radical = in(c, 0x2E80, 0x2FD5);
    const bool other_blocks = in(c, 0x3400, 0x4DBF) || in(c, 0xF900, 0xFAFF) || in(c, 0x20000, 0x3FFFF);
    return iteration_or_zero || radical || other_blocks;
}

bool is_japanese(char32_t c) {
    if (c < 0x2E80) return false;
    if (is_hiragana(c) || is_katakana(c) || is_ideograph(c)) return true;
    const bool punctuation = in(c, 0x3001, 0x303F) || in(c, 0x3099, 0x309C) || c == 0x30A0 || c == 0x30FB;
    const bool enclosed = in(c, 0x3200, 0x33FF);
    const bool forms = in(c, 0xFE30, 0xFE4F) || in(c, 0xFF01, 0xFF65) || in(c, 0xFFE0, 0xFFE6);
    const bool gaiji = in(c, 0xE000, 0xF8FF);
    return punctuation || enclosed || forms || gaiji;
}

bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || in(c, '\t', '\r');
    return c == 0x3000 || c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(static_cast<UChar32>(c));
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const CodePoint first = code_point_at(text, 0);
        if (!is_space(first.value)) break;
        text.remove_prefix(first.length);
    }
    while (!text.empty()) {
        const CodePoint last = last_code_point(text);
        if (!is_space(last.value)) break;
        text.remove_suffix(last.length);
    }
    return text;
}

std::size_t count_non_space(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (!is_space(c.value)) ++count;
        i += c.length;
    }
    return count;
}

}  // namespace torimatome::text
