#include "text/width.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

constexpr std::u32string_view kNeverFirst =
    U"、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰"
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    U"､｡･ﾞﾟｰ｣ｧｨｩｪｫｯｬｭｮ,.:;?!)]}%";
constexpr std::u32string_view kNeverLast = U"「『（【〔［｛〈《‘“([{｢￥＄$";

int width_of(char32_t c) {
    if (c < 0x20 || c == 0x7F) return c == '\t' ? 1 : 0;
    if (c < 0x7F) return 1;
    if (c >= 0x3041 && c <= 0x9FFF && c != 0x3099 && c != 0x309A) return 2;
    const auto code = static_cast<UChar32>(c);
    if (c == 0x2028 || c == 0x2029 || c == 0x85) return 0;
    const auto category = U_GET_GC_MASK(code);
    if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
    switch (u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_WIDE:
        case U_EA_FULLWIDTH:
        case U_EA_AMBIGUOUS: return 2;
        default: return 1;
    }
}

/// Sorted, so that asking costs a few steps; long cells ask for each of their characters.
template <std::size_t size>
constexpr std::array<char32_t, size> sorted(std::u32string_view characters) {
    std::array<char32_t, size> result{};
    std::copy(characters.begin(), characters.end(), result.begin());
    std::sort(result.begin(), result.end());
    return result;
}

constexpr auto kSortedNeverFirst = sorted<kNeverFirst.size()>(kNeverFirst);
constexpr auto kSortedNeverLast = sorted<kNeverLast.size()>(kNeverLast);

bool may_end_line(char32_t c) { return !std::binary_search(kSortedNeverLast.begin(), kSortedNeverLast.end(), c); }

/// A character with the combining marks behind it, and whether a line may start with it.
struct Unit {
    std::size_t begin = 0;
    std::size_t end = 0;
    int width = 0;
    bool space = false;
    bool break_before = false;
};

/// Latin letters, digits and the like: they stay together up to the next space.
bool is_word_character(char32_t c) { return !is_japanese(c) && !is_space(c) && width_of(c) < 2; }

bool may_break_between(char32_t before, char32_t after) {
    if (is_space(after)) return false;  // spaces hang on the line before
    if (!may_start_line(after) || !may_end_line(before)) return false;
    if (is_space(before)) return true;
    return !(is_word_character(before) && is_word_character(after));
}

std::vector<Unit> units_of(std::string_view line) {
    std::vector<Unit> units;
    char32_t previous = 0;
    for (std::size_t i = 0; i < line.size();) {
        const CodePoint c = code_point_at(line, i);
        const int width = width_of(c.value);
        if (width == 0 && !units.empty()) {
            units.back().end = i + c.length;
        } else {
            units.push_back(
                {i, i + c.length, width, is_space(c.value), !units.empty() && may_break_between(previous, c.value)});
            previous = c.value;
        }
        i += c.length;
    }
    return units;
}

/// Where the line that starts at unit `first` ends: the unit after its last.
std::size_t line_end(const std::vector<Unit>& units, std::size_t first, int width) {
    int used = 0;
    std::size_t last_break = first;
    for (std::size_t i = first; i < units.size(); ++i) {
        if (i > first && units[i].break_before) last_break = i;
        used += units[i].width;
        if (used > width && !units[i].space && i > first) return last_break > first ? last_break : i;
    }
    return units.size();
}

void wrap_line(std::string_view line, int width, std::vector<std::string>& lines) {
    const std::vector<Unit> units = units_of(line);
    if (units.empty()) lines.emplace_back();
    for (std::size_t first = 0; first < units.size();) {
        std::size_t next = line_end(units, first, width);
        std::size_t last = next;
        while (next < units.size() && last > first && units[last - 1].space) --last;
        const std::size_t begin = units[first].begin;
        const std::size_t end = last > first ? units[last - 1].end : begin;
        lines.emplace_back(line.substr(begin, end - begin));
        first = next;
    }
}

}  // namespace

bool may_start_line(char32_t c) { return !std::binary_search(kSortedNeverFirst.begin(), kSortedNeverFirst.end(), c); }

int display_width(std::string_view line) {
    int width = 0;
    for (std::size_t i = 0; i < line.size();) {
        const CodePoint c = code_point_at(line, i);
        width += width_of(c.value);
        i += c.length;
    }
    return width;
}

std::vector<std::string> wrap(std::string_view text, int width) {
    const int limit = std::max(width, 2);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        wrap_line(text.substr(begin, end - begin), limit, lines);
        begin = end + 1;
    }
    return lines;
}

}  // namespace torimatome::text
