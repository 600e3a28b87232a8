#include "text/line_break.hpp"

#include <algorithm>
#include <array>

#include "text/bullet.hpp"
#include "text/code_points.hpp"
#include "text/justified.hpp"
#include "text/mark.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::text {

namespace {

bool has(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_line_end(char32_t c) { return has(U"\n\v\f\u0085\u2028\u2029", c); }

/// The lines of `text`, whatever sign ends them ("\r\n", "\r", "\n", a vertical tab, U+2028).
std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (c.value == U'\r' || is_line_end(c.value)) {
            lines.push_back(text.substr(begin, i - begin));
            const bool pair = c.value == U'\r' && i + 1 < text.size() && text[i + 1] == '\n';
            begin = i + c.length + (pair ? 1 : 0);
            i = begin;
        } else {
            i += c.length;
        }
    }
    lines.push_back(text.substr(begin));
    return lines;
}

/// The character at the end of `text`, 0 where it is empty.
char32_t last_of(std::string_view text) { return text.empty() ? 0 : last_code_point(text).value; }

void remove_last(std::string_view& text) { text.remove_suffix(last_code_point(text).length); }

/// Whether a sentence ends with `text`; closing brackets and quotes may follow its full stop.
bool is_finished_sentence(std::string_view text) {
    text = trim(text);
    while (!text.empty() && has(U"」』）)】", last_of(text))) remove_last(text);
    return !text.empty() && has(U"。．！？!?", last_of(text));
}

/// One space for each run of them; a full-width space that stands alone stays as written.
std::string collapse_spaces(std::string_view line) {
    std::string out;
    line = trim(line);
    for (std::size_t i = 0; i < line.size();) {
        const CodePoint c = code_point_at(line, i);
        if (!is_space(c.value)) {
            out.append(line.substr(i, c.length));
            i += c.length;
            continue;
        }
        const std::size_t end = skip_spaces(line, i);
        const bool lone_wide = c.value == U'\u3000' && end == i + c.length;
        out += lone_wide ? "\u3000" : " ";
        i = end;
    }
    return out;
}

bool is_latin(char32_t c) {
    const bool ascii_letter = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    return ascii_letter || (c >= 0xC0 && c < 0x500);
}

bool ends_in_latin(std::string_view text) {
    while (!text.empty() && has(U".,;:!?)]%\"'", last_of(text))) remove_last(text);
    return is_latin(last_of(text));
}

bool starts_in_latin(std::string_view text) {
    while (!text.empty() && has(U"([\"'", code_point_at(text, 0).value)) text.remove_prefix(1);
    return !text.empty() && is_latin(code_point_at(text, 0).value);
}

/// A number cut behind the comma that groups its digits: 「1,」「170人」.
bool cuts_number(std::string_view before, std::string_view after) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t last_two = before.size() - std::min<std::size_t>(before.size(), 2);
    const std::string_view end = before.substr(last_two);
    const bool comma_behind_digit = end.size() == 2 && end[1] == ',' && digits.find(end[0]) != std::string_view::npos;
    return comma_behind_digit && std::min(after.find_first_not_of(digits), after.size()) == 3;
}

bool needs_space_between(std::string_view before, std::string_view after) {
    return ends_in_latin(before) && starts_in_latin(after) && !cuts_number(before, after);
}

constexpr std::array<MarkStyle, 4> kSureStyles{MarkStyle::circled, MarkStyle::parenthesised, MarkStyle::katakana,
                                               MarkStyle::parenthesised_katakana};
constexpr std::array<MarkStyle, 3> kDoubtfulStyles{MarkStyle::number, MarkStyle::roman, MarkStyle::letter};

/// What the lines so far say about the next one.
struct LinesBefore {
    bool finished_sentence = false;
    std::array<int, kSureStyles.size()> last_numbers{};  // of the marks that lines started with, by style
};

bool space_follows(std::string_view line, const Mark& mark) {
    return mark.length < line.size() && is_space(code_point_at(line, mark.length).value);
}

/// A circled or bracketed mark starts a line with a space behind it, after a finished sentence, or next in its list;
/// else it may be a reference within a sentence.
bool starts_with_sure_mark(std::string_view line, const LinesBefore& before) {
    for (std::size_t i = 0; i < kSureStyles.size(); ++i) {
        const std::optional<Mark> mark = leading_mark(line, kSureStyles[i]);
        if (!mark || mark->through_look_alike) continue;
        const bool next_in_list = mark->number > 1 && mark->number == before.last_numbers[i] + 1;
        if (before.finished_sentence || next_in_list || space_follows(line, *mark)) return true;
    }
    return false;
}

/// A bare number or letter needs a full stop or a finished sentence before it: 「10 区で」 is a forced break with a
/// stray space.
bool starts_with_doubtful_mark(std::string_view line, const LinesBefore& before) {
    for (const MarkStyle style : kDoubtfulStyles) {
        const std::optional<Mark> mark = leading_mark(line, style);
        if (!mark || !space_follows(line, *mark)) continue;
        const bool full_stop = mark->text.ends_with(".") || mark->text.ends_with("．");
        if (before.finished_sentence || full_stop) return true;
    }
    return false;
}

bool starts_own_line(std::string_view line, bool indented, const LinesBefore& before) {
    return starts_with_bullet(line) || (indented && before.finished_sentence) || starts_with_sure_mark(line, before) ||
           starts_with_doubtful_mark(line, before);
}

void remember_mark(std::string_view line, LinesBefore& before) {
    for (std::size_t i = 0; i < kSureStyles.size(); ++i) {
        if (const std::optional<Mark> mark = leading_mark(line, kSureStyles[i])) before.last_numbers[i] = mark->number;
    }
}

/// Whether the text up to a bullet ends in something that a bullet may follow without a space.
bool may_precede_bullet(std::string_view before, char32_t bullet, bool in_bullet_line) {
    const char32_t last = last_of(before);
    if (has(U"。．！？】：", last)) return true;
    if (!has(U"）)", last)) return false;
    // A middle dot joins names in brackets too (子ども局（仮称）・保健局), so it needs more than a bracket before it.
    const bool middle_dot = has(U"・･•", bullet);
    return !middle_dot || in_bullet_line || is_finished_sentence(before);
}

}  // namespace

std::string undo_line_breaks(std::string_view text) {
    std::string out;
    LinesBefore before;
    for (const std::string_view raw : split_lines(text)) {
        const std::string line = join_justified(collapse_spaces(raw));
        if (line.empty()) continue;
        before.finished_sentence = is_finished_sentence(out);
        const bool own_line = out.empty() || starts_own_line(line, raw.starts_with("\u3000"), before);
        if (own_line) remember_mark(line, before);
        if (own_line && !out.empty()) {
            out += '\n';
        } else if (!out.empty() && needs_space_between(out, line)) {
            out += ' ';
        }
        out += line;
    }
    return out;
}

std::string keep_line_breaks(std::string_view text) {
    std::string out;
    std::size_t pending_breaks = 0;
    for (const std::string_view raw : split_lines(text)) {
        std::string_view line = raw;
        while (!line.empty() && is_space(last_of(line))) remove_last(line);
        if (!line.empty()) {
            if (!out.empty()) out.append(pending_breaks, '\n');
            pending_breaks = 0;
            out += line;
        }
        ++pending_breaks;
    }
    return out;
}

std::string break_before_bullets(std::string_view text) {
    std::string out;
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (c.value == U'\n') line_start = out.size() + 1;
        if (bullet_sign_at(text, i) && skip_spaces(text, i + c.length) < text.size()) {
            const std::string_view line = std::string_view(out).substr(std::min(line_start, out.size()));
            const std::string_view before = trim(line);
            const bool after_space = before.size() < line.size() && is_space(last_of(line));
            const bool may_break = after_space || may_precede_bullet(before, c.value, starts_with_bullet(before));
            if (!before.empty() && may_break) {
                out.resize(static_cast<std::size_t>(before.data() + before.size() - out.data()));
                out += '\n';
                line_start = out.size();
            }
        }
        out.append(text.substr(i, c.length));
        i += c.length;
    }
    return out;
}

}  // namespace torimatome::text
