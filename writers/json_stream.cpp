#include "writers/json_stream.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <future>
#include <ostream>

#include "text/code_points.hpp"

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

// How many bytes from `at` on stand in JSON as they are: nearly all of a Japanese text, told apart quickly. Where it
// ends, a closer look at one character is needed.
std::size_t plain_length(std::string_view text, std::size_t at) {
    const auto* const begin = reinterpret_cast<const unsigned char*>(text.data()) + at;
    const auto* const end = begin + (text.size() - at);
    const auto* c = begin;
    while (c < end) {
        if (*c < 0x80) {
            if (kNeedsEscape[*c]) break;
            ++c;
            continue;
        }
        const bool usual = *c >= 0xE1 && *c <= 0xEC && end - c >= 3 && (c[1] & 0xC0) == 0x80 && (c[2] & 0xC0) == 0x80;
        if (!usual) break;
        c += 3;
    }
    return static_cast<std::size_t>(c - begin);
}

void append_escaped(std::string& json, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = plain_length(text, at);
        json.append(text, at, plain);
        at += plain;
        if (at == text.size()) return;
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x80) {
            append_escape(json, c);
            ++at;
            continue;
        }
        const text::CodePoint point = text::code_point_at(text, at);
        text::append_code_point(json, point.value);
        at += point.length;
    }
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
    append_escaped(json, text);
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
    hand_on();
}

void JsonStream::entries(std::size_t count, const std::function<void(JsonStream&, std::size_t)>& write) {
    constexpr std::size_t kPart = 8192;
    constexpr std::size_t kPartsAhead = 3;
    if (count <= kPart) {
        for (std::size_t i = 0; i < count; ++i) write(*this, i);
        return;
    }
    const auto write_part = [&](std::size_t from) {
        JsonStream part(*this, levels_);
        for (std::size_t i = from; i < std::min(count, from + kPart); ++i) write(part, i);
        return std::move(part.buffer_);
    };
    std::deque<std::future<std::string>> parts;
    for (std::size_t from = 0; from < count || !parts.empty();) {
        for (; from < count && parts.size() < kPartsAhead; from += kPart) {
            parts.push_back(std::async(std::launch::async, write_part, from));
        }
        const std::string text = parts.front().get();
        parts.pop_front();
        if (text.empty()) continue;
        if (!levels_.back().empty) buffer_.push_back(',');
        levels_.back().empty = false;
        hand_on();
        out_->write(text.data(), static_cast<std::streamsize>(text.size()));
    }
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
    if (out_ && buffer_.size() >= kBufferSize) hand_on();
}

void JsonStream::hand_on() {
    out_->write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

}  // namespace torimatome::writers
