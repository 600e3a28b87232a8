#include "writers/json_stream.hpp"

#include <array>
#include <charconv>
#include <ostream>

#include "text/code_points.hpp"
#include "text/decode.hpp"

namespace torimatome::writers {

namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 18;

constexpr std::array<bool, 256> kNeedsEscape = [] {
    std::array<bool, 256> needs{};
    for (std::size_t control = 0; control < 0x20; ++control) needs[control] = true;
    needs['"'] = true;
    needs['\\'] = true;
    return needs;
}();

void append_escape(std::string& json, unsigned char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    json.push_back('\\');
    switch (c) {
        case '"': json.push_back('"'); return;
        case '\\': json.push_back('\\'); return;
        case '\n': json.push_back('n'); return;
        case '\r': json.push_back('r'); return;
        case '\t': json.push_back('t'); return;
        default: break;
    }
    json += "u00";
    json.push_back(kHex[c >> 4]);
    json.push_back(kHex[c & 0x0F]);
}

std::string with_broken_bytes_replaced(std::string_view text) {
    std::string valid;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        text::append_code_point(valid, c.value);
        at += c.length;
    }
    return valid;
}

void append_escaped(std::string& json, std::string_view text) {
    std::size_t clean_from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (!kNeedsEscape[c]) continue;
        json.append(text, clean_from, i - clean_from);
        append_escape(json, c);
        clean_from = i + 1;
    }
    json.append(text, clean_from, text.size() - clean_from);
}

template <typename Number>
void append_chars(std::string& json, Number number) {
    std::array<char, 32> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    json.append(digits.data(), result.ptr);
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
    json.push_back('"');
    if (text::first_invalid_utf8(text)) {
        append_escaped(json, with_broken_bytes_replaced(text));
    } else {
        append_escaped(json, text);
    }
    json.push_back('"');
}

void append_json_number(std::string& json, double number) {
    // "-0" would be read back as the integer 0, and the next writing would differ from this one.
    append_chars(json, number == 0 ? 0.0 : number);
}

void JsonStream::key(std::string_view name) {
    start_entry();
    append_json_string(buffer_, name);
    buffer_ += pretty_ ? ": " : ":";
    after_key_ = true;
}

void JsonStream::text(std::string_view value) {
    start_value();
    append_json_string(buffer_, value);
    flush_when_full();
}

void JsonStream::number(int value) {
    start_value();
    append_chars(buffer_, value);
}

void JsonStream::number(double value) {
    start_value();
    append_json_number(buffer_, value);
}

void JsonStream::boolean(bool value) {
    start_value();
    buffer_ += value ? "true" : "false";
}

void JsonStream::null() {
    start_value();
    buffer_ += "null";
}

void JsonStream::finish() {
    buffer_.push_back('\n');
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

void JsonStream::begin(char bracket, Spread spread) {
    start_value();
    buffer_.push_back(bracket);
    const bool within_lines = levels_.empty() || levels_.back().lines;
    levels_.push_back({.lines = pretty_ && within_lines && spread == Spread::lines});
}

void JsonStream::end(char bracket) {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.lines && !level.empty) break_line();
    buffer_.push_back(bracket);
    flush_when_full();
}

void JsonStream::start_entry() {
    Level& level = levels_.back();
    if (!level.empty) buffer_.push_back(',');
    if (level.lines) {
        break_line();
    } else if (!level.empty && pretty_) {
        buffer_.push_back(' ');
    }
    level.empty = false;
}

void JsonStream::start_value() {
    if (!after_key_ && !levels_.empty()) start_entry();
    after_key_ = false;
}

void JsonStream::break_line() {
    buffer_.push_back('\n');
    buffer_.append(2 * levels_.size(), ' ');
}

void JsonStream::flush_when_full() {
    if (buffer_.size() < kBufferSize) return;
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

}  // namespace torimatome::writers
