#include "parsers/json_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/decode.hpp"

namespace torimatome::parsers {

namespace {

/// Bytes at which the plain part of a string ends: its quote, an escape, or a control character, which is an error.
constexpr std::array<bool, 256> kEndsPlainText = [] {
    std::array<bool, 256> ends{};
    for (std::size_t control = 0; control < 0x20; ++control) ends[control] = true;
    ends['"'] = true;
    ends['\\'] = true;
    return ends;
}();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_surrogate(char32_t unit, char32_t first) { return unit >= first && unit < first + 0x400; }

}  // namespace

JsonReader::JsonReader(std::string_view json, std::string file) : json_(json), file_(std::move(file)) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (json_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

void JsonReader::begin_object() {
    if (peek() != '{') refuse_kind("オブジェクト", "an object");
    ++at_;
    path_.push_back({.in_array = false});
}

void JsonReader::begin_array() {
    if (peek() != '[') refuse_kind("配列", "an array");
    ++at_;
    path_.push_back({.in_array = true});
}

bool JsonReader::next_member() {
    if (!next_in('}')) return false;
    if (peek() != '"') refuse_syntax();
    read_string(path_.back().key);
    expect(':');
    return true;
}

bool JsonReader::next_entry() { return next_in(']'); }

bool JsonReader::next_in(char closing) {
    if (peek() == closing) {
        ++at_;
        path_.pop_back();
        return false;
    }
    if (path_.back().count > 0) expect(',');
    ++path_.back().count;
    return true;
}

std::string JsonReader::text() {
    if (!is_text()) refuse_kind("文字列", "a string");
    std::string text;
    read_string(text);
    return text;
}

double JsonReader::number() {
    const char first = peek();
    if (first != '-' && !is_digit(first)) refuse_kind("数値", "a number");
    const std::size_t start = at_;
    const std::string_view token = number_token();
    double value = 0;
    if (std::from_chars(token.data(), token.data() + token.size(), value).ec != std::errc()) {
        at_ = start;
        refuse_kind("倍精度の数値", "a number in double precision");
    }
    return value;
}

int JsonReader::whole_number() {
    const char first = peek();
    if (first != '-' && !is_digit(first)) refuse_kind("整数", "a whole number");
    const std::size_t start = at_;
    const std::string_view token = number_token();
    int value = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
    if (error != std::errc() || end != token.data() + token.size()) {
        at_ = start;
        refuse_kind("整数", "a whole number");
    }
    return value;
}

bool JsonReader::truth_value() {
    peek();
    if (skip_word("true")) return true;
    if (skip_word("false")) return false;
    refuse_kind(" true か false ", "true or false");
}

bool JsonReader::skip_null() {
    peek();
    return skip_word("null");
}

void JsonReader::skip() {
    // Without recursion: how deep a text nests is up to its author.
    const std::size_t depth = path_.size();
    skip_scalar_or_begin();
    while (path_.size() > depth) {
        if (path_.back().in_array ? next_entry() : next_member()) skip_scalar_or_begin();
    }
}

void JsonReader::skip_scalar_or_begin() {
    const char first = peek();
    std::string ignored;
    if (first == '{') {
        begin_object();
    } else if (first == '[') {
        begin_array();
    } else if (first == '"') {
        read_string(ignored);
    } else if (first == '-' || is_digit(first)) {
        number_token();
    } else if (!skip_word("true") && !skip_word("false") && !skip_word("null")) {
        refuse_syntax();
    }
}

void JsonReader::finish() {
    peek();
    if (at_ < json_.size()) refuse_syntax();
}

/// The next byte that is no white space; a zero byte, which JSON has nowhere, at the end.
char JsonReader::peek() {
    while (at_ < json_.size() &&
           (json_[at_] == ' ' || json_[at_] == '\n' || json_[at_] == '\r' || json_[at_] == '\t')) {
        ++at_;
    }
    return at_ < json_.size() ? json_[at_] : '\0';
}

void JsonReader::expect(char c) {
    if (peek() != c) refuse_syntax();
    ++at_;
}

bool JsonReader::skip_word(std::string_view word) {
    if (json_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
}

/// Reads a string whose opening quote stands here.
void JsonReader::read_string(std::string& text) {
    const std::size_t start = at_++;
    text.clear();
    while (true) {
        const std::size_t plain_from = at_;
        while (at_ < json_.size() && !kEndsPlainText[static_cast<unsigned char>(json_[at_])]) ++at_;
        text.append(json_, plain_from, at_ - plain_from);
        const char c = at_ < json_.size() ? json_[at_] : '\0';
        if (c != '"' && c != '\\') refuse_syntax();
        ++at_;
        if (c == '"') break;
        read_escape(text);
    }
    if (text::first_invalid_utf8(text)) {
        at_ = start;
        refuse_syntax();
    }
}

/// Reads an escape from behind its backslash.
void JsonReader::read_escape(std::string& text) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char letter = at_ < json_.size() ? json_[at_] : '\0';
    if (const std::size_t i = kLetters.find(letter); i != std::string_view::npos) {
        ++at_;
        text.push_back(kMeanings[i]);
        return;
    }
    constexpr char32_t kFirstHigh = 0xD800;
    constexpr char32_t kFirstLow = 0xDC00;
    char32_t unit = read_escaped_unit();
    if (is_surrogate(unit, kFirstLow)) refuse_syntax();
    if (is_surrogate(unit, kFirstHigh)) {
        if (json_.substr(at_, 1) != "\\") refuse_syntax();
        ++at_;
        const char32_t low = read_escaped_unit();
        if (!is_surrogate(low, kFirstLow)) refuse_syntax();
        unit = 0x10000 + ((unit - kFirstHigh) << 10) + (low - kFirstLow);
    }
    text::append_code_point(text, unit);
}

/// Reads "uXXXX".
char32_t JsonReader::read_escaped_unit() {
    constexpr std::size_t kLength = 5;
    const std::string_view escape = json_.substr(std::min(at_, json_.size()), kLength);
    unsigned unit = 0;
    if (escape.size() != kLength || escape[0] != 'u') refuse_syntax();
    const char* end = escape.data() + kLength;
    if (std::from_chars(escape.data() + 1, end, unit, 16).ptr != end) refuse_syntax();
    at_ += kLength;
    return unit;
}

/// Reads a number by JSON's grammar, which std::from_chars alone does not hold to.
std::string_view JsonReader::number_token() {
    const std::size_t start = at_;
    const auto skip_one_of = [&](std::string_view signs) {
        const bool there = at_ < json_.size() && signs.find(json_[at_]) != std::string_view::npos;
        if (there) ++at_;
        return there;
    };
    const auto skip_digits = [&] {
        if (at_ >= json_.size() || !is_digit(json_[at_])) refuse_syntax();
        while (at_ < json_.size() && is_digit(json_[at_])) ++at_;
    };
    skip_one_of("-");
    if (!skip_one_of("0")) skip_digits();
    if (skip_one_of(".")) skip_digits();
    if (skip_one_of("eE")) {
        skip_one_of("+-");
        skip_digits();
    }
    return json_.substr(start, at_ - start);
}

std::string JsonReader::path() const {
    std::string path;
    for (const Step& step : path_) {
        if (step.in_array) {
            path += fmt::format("[{}]", step.count - 1);
        } else {
            path += (path.empty() ? "" : ".") + step.key;
        }
    }
    return path;
}

void JsonReader::refuse(const std::string& japanese, const std::string& english) const {
    fail(path() + japanese, path() + english);
}

void JsonReader::refuse_kind(const char* japanese, const char* english) {
    const char first = peek();
    const std::size_t start = at_;
    if (path_.empty()) refuse_syntax();
    std::string found_japanese;
    std::string found_english;
    if (first == '{') {
        found_japanese = "オブジェクト";
        found_english = "an object";
    } else if (first == '[') {
        found_japanese = "配列";
        found_english = "an array";
    } else if (first == '"') {
        found_japanese = "文字列";
        found_english = "a string";
    } else {
        skip();
        found_english = json_.substr(start, at_ - start);
        found_japanese = " " + found_english + " ";
    }
    refuse(fmt::format(" は{}のはずですが、{}です。", japanese, found_japanese),
           fmt::format(" must be {}, but is {}.", english, found_english));
}

void JsonReader::refuse_syntax() const {
    const auto here = json_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto line = std::count(json_.begin(), here, '\n') + 1;
    fail(fmt::format("{}行目（先頭から{}バイト目）がJSONとして読めません。"
                     "途中で切れているか、書き換えられた可能性があります。",
                     line, at_ + 1),
         fmt::format("Line {} (byte {}) is no valid JSON; the file may be cut off or edited.", line, at_ + 1));
}

void JsonReader::fail(const std::string& japanese, const std::string& english) const {
    Finding finding;
    finding.code = "json.invalid";
    finding.severity = Severity::error;
    finding.source.file = file_;
    finding.message = tell(japanese + "torimatome convert --to json で作り直してください。",
                           english + " Please make the file again with \"torimatome convert --to json\".");
    throw Error(std::move(finding));
}

void JsonReader::check_new(std::initializer_list<std::string_view> names, std::string_view name, unsigned& seen) const {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return;
    const unsigned bit = 1U << (found - names.begin());
    if ((seen & bit) != 0) refuse(" が2つあります。", " is there twice.");
    seen |= bit;
}

void JsonReader::check_all_seen(std::initializer_list<std::string_view> names, unsigned seen) const {
    const std::string outer = path_.empty() ? "" : path() + ".";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if ((seen & (1U << i)) != 0) continue;
        const std::string missing = outer + std::string(names.begin()[i]);
        fail(missing + " がありません。", missing + " is missing.");
    }
}

}  // namespace torimatome::parsers
