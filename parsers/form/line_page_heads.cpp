#include "parsers/form/line_page_heads.hpp"

#include <algorithm>

#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/similarity.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kMostTitleLines = 4;
constexpr double kSameTitle = 0.85;  // Dice: a character or two misread

std::vector<text::Pattern> compile(const std::vector<std::string>& sources) {
    std::vector<text::Pattern> patterns;
    for (const std::string& source : sources) patterns.emplace_back(source);
    return patterns;
}

bool any_match(const std::vector<text::Pattern>& patterns, const std::string& line) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const text::Pattern& pattern) { return pattern.match(line).has_value(); });
}

// Whether the line above goes on in the next one: it ends in a particle, or a bracket is open.
bool goes_on(const std::string& line) {
    const std::string_view bare = text::trim(line);
    if (bare.empty()) return false;
    const char32_t last = text::last_code_point(bare).value;
    int depth = 0;
    for (std::size_t i = 0; i < bare.size();) {
        const text::CodePoint c = text::code_point_at(bare, i);
        if (c.value == U'「' || c.value == U'（') ++depth;
        if (c.value == U'」' || c.value == U'）') --depth;
        i += c.length;
    }
    return depth > 0 || text::is_hiragana(last) || last == U'、' || last == U'・' || last == U'」';
}

std::string join(const std::vector<std::string>& parts, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i) text += parts[i];
    return text;
}

// The lines [first, last) of `parts` that make the title; an empty range where none do.
std::pair<std::size_t, std::size_t> find_title(const std::vector<std::string>& parts, const Form& form) {
    const auto patterns = compile(form.title_patterns);
    for (std::size_t n = 1; n <= kMostTitleLines; ++n) {
        for (std::size_t first = 0; first + n <= parts.size(); ++first) {
            if (!any_match(patterns, join(parts, first, first + n))) continue;
            std::size_t start = first;
            while (start > 0 && first + n - start < kMostTitleLines && goes_on(parts[start - 1])) --start;
            return {start, first + n};
        }
    }
    return {0, 0};
}

}  // namespace

std::string without_label(const std::string& line, const std::vector<text::Pattern>& labels, std::string& label) {
    if (any_match(labels, line)) {
        label = text::trim(line);
        return {};
    }
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint c = text::code_point_at(line, i);
        if (text::is_space(c.value)) {
            const std::string behind(text::trim(std::string_view(line).substr(i)));
            const std::string before(text::trim(std::string_view(line).substr(0, i)));
            if (!before.empty() && any_match(labels, behind)) {
                label = behind;
                return before;
            }
            if (!behind.empty() && any_match(labels, before)) {
                label = before;
                return behind;
            }
        }
        i += c.length;
    }
    return line;
}

void read_head_lines(const std::vector<BodyLine>& lines, std::size_t first, std::size_t last, const Form& form,
                     LineReading& reading) {
    const auto labels = compile(form.label_patterns);
    const auto furniture = compile(form.furniture);
    std::vector<std::string> parts;
    std::vector<int> numbers;
    for (std::size_t i = first; i < last; ++i) {
        std::string label;
        std::string rest = without_label(lines[i].text, labels, label);
        reading.headings += text::count_non_space(label);
        if (!label.empty() && reading.label.empty()) reading.label = label;
        if (any_match(furniture, rest)) {
            reading.furniture += text::count_non_space(rest);
            rest.clear();
        }
        if (rest.empty()) continue;
        parts.push_back(std::move(rest));
        numbers.push_back(lines[i].number);
    }
    const auto [start, end] = find_title(parts, form);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i >= start && i < end) {
            reading.headings += text::count_non_space(parts[i]);
            continue;
        }
        SourcePosition place;
        place.line = numbers[i];
        reading.unplaced.push_back({parts[i], place});
    }
    reading.title = join(parts, start, end);
    for (const text::Pattern& pattern : compile(form.title_patterns)) {
        const auto match = pattern.match(reading.title);
        if (match && match->year && !reading.year) reading.year = match->year;
    }
}

RepeatedHeads::RepeatedHeads(const Form& form, const LineReading& reading)
    : title_key_(text::compare_key(reading.title)), label_key_(text::compare_key(reading.label)) {
    patterns_ = compile(form.furniture);
    for (const std::string& label : form.label_patterns) patterns_.emplace_back(label);
}

bool RepeatedHeads::is_title(const std::string& line) const {
    if (title_key_.empty()) return false;
    const std::string key = text::compare_key(line);
    return text::bigram_dice(key, title_key_) >= kSameTitle ||
           text::bigram_dice(key, title_key_ + label_key_) >= kSameTitle;
}

bool RepeatedHeads::contains(const std::string& line) const {
    constexpr std::size_t kShortestPart = 30;  // bytes: a shorter part of the title may be anything
    if (any_match(patterns_, line) || is_title(line)) return true;
    const std::string key = text::compare_key(line);
    return key.size() >= kShortestPart && title_key_.find(key) != std::string::npos;
}

}  // namespace torimatome::parsers
