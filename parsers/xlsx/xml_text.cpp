#include "parsers/xlsx/xml_text.hpp"

#include <charconv>
#include <cstring>
#include <optional>

#include "text/code_points.hpp"
#include "text/decode.hpp"

namespace torimatome::parsers::xlsx {

namespace {

constexpr std::size_t kEscapeLength = 7;  // _x000D_

std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    if (at + kEscapeLength > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return {};
    unsigned value = 0;
    const char* begin = text.data() + at + 2;
    const auto [end, status] = std::from_chars(begin, begin + 4, value, 16);
    if (status != std::errc() || end != begin + 4 || value == 0) return std::nullopt;
    return static_cast<char32_t>(value);
}

bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

std::string undo_escapes(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const auto escape = escape_at(text, i);
        if (!escape) {
            result.push_back(text[i++]);
            continue;
        }
        char32_t value = *escape;
        i += kEscapeLength;
        const auto next = is_high_surrogate(value) ? escape_at(text, i) : std::nullopt;
        if (next && is_low_surrogate(*next)) {
            value = 0x10000 + ((value - 0xD800) << 10) + (*next - 0xDC00);
            i += kEscapeLength;
        } else if (is_high_surrogate(value) || is_low_surrogate(value)) {
            value = 0xFFFD;
        }
        text::append_code_point(result, value);
    }
    return result;
}

void unify_line_breaks(std::string& text) {
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        char c = text[from];
        if (c == '\r') {
            if (from + 1 < text.size() && text[from + 1] == '\n') continue;
            c = '\n';
        }
        text[to++] = c;
    }
    text.resize(to);
}

// Broken UTF-8 is rare and the check is made for every text: what Japanese texts are made of is told apart quickly.
// False says only that a closer look is needed.
bool is_usual_utf8(std::string_view text) {
    const auto* c = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = c + text.size();
    while (c < end) {
        if (*c < 0x80) {
            ++c;
            continue;
        }
        if (end - c < 3) return false;
        const bool continued = (((c[1] ^ 0x80) | (c[2] ^ 0x80)) & 0xC0) == 0;
        const bool usual = *c - 0xE1U <= 0xECU - 0xE1U || (*c == 0xEF && c[1] < 0xBF);
        if (!continued || !usual) return false;
        c += 3;
    }
    return true;
}

std::string replace_broken_bytes(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint point = text::code_point_at(text, i);
        text::append_code_point(result, point.value);
        i += point.length;
    }
    return result;
}

}  // namespace

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (pugi::xml_node child = parent.first_child(); child; child = child.next_sibling()) {
        if (is_named(child, name)) return child;
    }
    return {};
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
        if (local_name(attribute.name()) == name) return attribute.value();
    }
    return {};
}

bool has_attribute(pugi::xml_node node, std::string_view name) { return attribute_named(node, name).data() != nullptr; }

int number_of(pugi::xml_node node, std::string_view attribute, int otherwise) {
    const std::string_view value = attribute_named(node, attribute);
    int number = 0;
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), number);
    return status == std::errc() && end == value.data() + value.size() ? number : otherwise;
}

double decimal_of(pugi::xml_node node, std::string_view attribute, double otherwise) {
    const std::string_view value = attribute_named(node, attribute);
    double number = 0;
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), number);
    return status == std::errc() && end == value.data() + value.size() ? number : otherwise;
}

bool flag_of(pugi::xml_node node, std::string_view attribute, bool otherwise) {
    const std::string_view value = attribute_named(node, attribute);
    if (value.data() == nullptr) return otherwise;
    return value == "1" || value == "true" || value == "on" || value == "t";
}

void append_text(pugi::xml_node node, std::string& text) {
    text += node.value();
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    }
}

std::string text_of(pugi::xml_node node) {
    std::string text;
    append_text(node, text);
    return text;
}

std::string clean_text(std::string text, bool* broken) {
    if (text.find("_x") != std::string::npos) text = undo_escapes(text);
    if (text.find('\r') != std::string::npos) unify_line_breaks(text);
    if (!is_usual_utf8(text)) {
        if (text::first_invalid_utf8(text)) text = replace_broken_bytes(text);
        if (broken && text.find("\uFFFD") != std::string::npos) *broken = true;
    }
    return text;
}

bool has_ink(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte > 0x20 && byte < 0x7F) return true;
        if (byte >= 0xE4 && byte <= 0xE9) return true;  // ideographs: nearly all texts end the search here
        const text::CodePoint point = text::code_point_at(text, i);
        if (!text::is_space(point.value)) return true;
        i += point.length;
    }
    return false;
}

}  // namespace torimatome::parsers::xlsx
