#include "writers/workbook/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/decode.hpp"

namespace torimatome::writers {

namespace {

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Whether `_xHHHH_` stands at `at`.
bool is_escape(std::string_view text, std::size_t at) {
    return at + 6 < text.size() && text[at] == '_' && text[at + 1] == 'x' && is_hex(text[at + 2]) &&
           is_hex(text[at + 3]) && is_hex(text[at + 4]) && is_hex(text[at + 5]) && text[at + 6] == '_';
}

bool is_broken(const text::CodePoint& point) { return point.value == 0xFFFD && point.length == 1; }

bool is_droppable(const text::CodePoint& point) {
    const char32_t c = point.value;
    return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0xFFFE || c == 0xFFFF || is_broken(point);
}

/// The quick answer for the texts that have nothing to be changed, which is all but a few.
bool is_clean(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && byte != '\n' && byte != '\t') return false;
        if (byte == '_' && is_escape(text, i)) return false;
        if (byte == 0xEF && text.substr(i).starts_with("\xEF\xBF") && text.size() > i + 2 &&
            static_cast<unsigned char>(text[i + 2]) >= 0xBE) {
            return false;
        }
    }
    return !text::first_invalid_utf8(text);
}

}  // namespace

std::string cell_text(std::string_view text) {
    if (is_clean(text)) return std::string(text);
    std::string result;
    result.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        if (point.value == '\r') {
            if (at + 1 >= text.size() || text[at + 1] != '\n') result += '\n';
        } else if (is_escape(text, at)) {
            result += "_x005F_";
        } else if (!is_droppable(point)) {
            result += text.substr(at, point.length);
        }
        at += point.length;
    }
    return result;
}

std::vector<std::string> dropped_characters(std::string_view text) {
    std::vector<std::string> dropped;
    if (is_clean(text)) return dropped;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        at += point.length;
        if (!is_droppable(point)) continue;
        const std::string name = is_broken(point) ? tell("不正なバイト", "invalid bytes")
                                                  : fmt::format("U+{:04X}", static_cast<unsigned>(point.value));
        if (std::find(dropped.begin(), dropped.end(), name) == dropped.end()) dropped.push_back(name);
    }
    return dropped;
}

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

std::vector<std::size_t> cell_piece_ends(std::string_view text) {
    // A little below the limit, because `_x005F_` may lengthen the text when it is written.
    constexpr std::size_t kMaxUnits = kMaxCellUnits - 67;
    // No character takes more units than bytes, so most texts need not be counted.
    const auto line_breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (text.size() <= kMaxUnits && line_breaks <= kMaxCellLineBreaks) return {text.size()};
    std::vector<std::size_t> ends;
    std::size_t units = 0;
    std::size_t breaks = 0;
    std::size_t last_break = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = text::code_point_at(text, at).length;
        const std::size_t size = length == 4 ? 2 : 1;
        const bool line_break = text[at] == '\n';
        if (units + size > kMaxUnits || (line_break && breaks == kMaxCellLineBreaks)) {
            at = last_break > 0 ? last_break : at;
            ends.push_back(at);
            units = breaks = last_break = 0;
            continue;
        }
        at += length;
        units += size;
        if (line_break) {
            ++breaks;
            last_break = at;
        }
    }
    ends.push_back(text.size());
    return ends;
}

std::vector<TextRun> slice_runs(const std::vector<TextRun>& runs, std::size_t begin, std::size_t end) {
    std::vector<TextRun> slice;
    std::size_t start = 0;
    for (const TextRun& run : runs) {
        const std::size_t from = std::max(begin, start);
        const std::size_t to = std::min(end, start + run.text.size());
        if (from < to) {
            slice.push_back(run);
            slice.back().text = run.text.substr(from - start, to - from);
        }
        start += run.text.size();
    }
    return slice;
}

std::string excerpt(std::string_view text, std::size_t characters) {
    std::string result;
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < characters; ++count) {
        const text::CodePoint point = text::code_point_at(text, at);
        if (point.value == '\n' || point.value == '\r') {
            result += ' ';
        } else {
            result += text.substr(at, point.length);
        }
        at += point.length;
    }
    return at < text.size() ? result + "…" : result;
}

}  // namespace torimatome::writers
