#include "parsers/form/narrow_measures.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "parsers/form/line_text.hpp"
#include "text/bullet.hpp"
#include "text/code_points.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

bool counts(const PlacedLine& line) { return line.line->gap > 0 && !line.line->new_page && !line.opens_section; }

int count(const std::map<int, int>& seen) {
    int sum = 0;
    for (const auto& [gap, times] : seen) sum += times;
    return sum;
}

int kind(const PlacedLine& above, const PlacedLine& line) {
    return (above.name ? 2 : 0) + (line.name ? 1 : 0) + (above.item != line.item ? 4 : 0);
}

// What must not be parted from the first character of a line: punctuation behind it, the rest of a number or word.
int first_unit(const std::string& line) {
    int width = 0;
    bool latin = false;
    bool opened = false;
    std::size_t i = 0;
    for (bool first = true; i < line.size(); first = false) {
        const text::CodePoint c = text::code_point_at(line, i);
        const bool ascii = c.value < 0x80 && !text::is_space(c.value);
        constexpr std::u32string_view kStick = U"、。，．）」』】・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ：；？！";
        constexpr std::u32string_view kOpen = U"（「『【";
        if (!first && !(latin && ascii) && kStick.find(c.value) == std::u32string_view::npos) {
            if (!opened) break;
        }
        opened = kOpen.find(c.value) != std::u32string_view::npos;
        latin = ascii;
        width += text::display_width(line.substr(i, c.length));
        i += c.length;
    }
    return width;
}

// A bracket starts a paragraph only behind a finished sentence.
bool goes_on(const std::string& above, const std::string& line) {
    if (ends_sentence(above)) return false;
    return !starts_paragraph(line) || line.starts_with("（") || line.starts_with("(");
}

}  // namespace

std::vector<PlacedLine> place_lines(const std::vector<NarrowItem>& items) {
    std::vector<PlacedLine> placed;
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (const bool name : {true, false}) {
            const std::vector<BodyLine>& lines = name ? items[i].name : items[i].text;
            for (std::size_t k = 0; k < lines.size(); ++k) {
                PlacedLine line{&lines[k], i, name, items[i].opens_section && k == 0 && (name || items[i].name.empty()),
                                false};
                line.goes_on = k > 0 && (name || goes_on(lines[k - 1].text, lines[k].text));
                placed.push_back(line);
            }
        }
    }
    return placed;
}

Distances::Distances(const std::vector<PlacedLine>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (counts(lines[i])) ++seen_[kind(lines[i - 1], lines[i])][lines[i].line->gap];
    }
}

bool Distances::odd(const PlacedLine& above, const PlacedLine& line) const {
    constexpr int kFewest = 8;    // lines, below which nothing is usual
    constexpr int kOutliers = 2;  // or one of 14: lines that were lost
    const auto found = seen_.find(kind(above, line));
    if (!counts(line) || found == seen_.end()) return false;
    std::map<int, int> gaps;
    for (const auto& [other, seen] : seen_) {
        const bool alike = other == found->first || count(found->second) < kFewest;
        for (const auto& [gap, times] : seen) gaps[gap] += alike ? times : 0;
    }
    int usual = 0;
    int most = 0;
    for (const auto& [gap, times] : gaps) {
        if (times > most) usual = gap, most = times;
    }
    int near = 0;
    for (const auto& [gap, times] : gaps) near += gap <= 2 * usual ? times : 0;
    const bool regular = near >= kFewest && most >= near - std::max(kOutliers, near / 14);
    // Without blank lines between lines, one blank line may be a page's end.
    return regular && usual > 1 && line.line->gap != usual && line.line->gap <= 2 * usual;
}

void Fullness::add(Kind kind, const std::string& line, const std::string& next, int mark_width) {
    samples_.push_back({kind, text::display_width(line) + mark_width, first_unit(next)});
}

int Fullness::full_width(const Kind* only) const {
    std::vector<int> widths;
    for (const Sample& sample : samples_) {
        if (!only || sample.kind == *only) widths.push_back(sample.width);
    }
    return full_width_of(std::move(widths));
}

void Fullness::settle() {
    constexpr int kMostIndent = 6;
    const int full = full_width(nullptr);
    for (const Kind kind : {usual, other}) {
        const int width = full_width(&kind);
        // Few lines, of which damage joined two, set no measure.
        full_[kind] = width == 0 ? full : std::clamp(width, full - kMostIndent, full + kMostIndent);
    }
    std::vector<int> rooms;
    for (const Sample& sample : samples_) rooms.push_back(full_[sample.kind] - sample.width - sample.unit);
    std::sort(rooms.begin(), rooms.end());
    constexpr std::size_t kFewest = 12;
    constexpr std::size_t kOutliers = 3;  // or one of 25: lines that damage made short do not set the measure
    if (rooms.size() < kFewest) return;
    const std::size_t left_out = std::max(kOutliers, rooms.size() / 25);
    room_ = std::clamp(rooms[rooms.size() - 1 - left_out] + 1, 0, kMostRoom);
}

bool Fullness::too_short(Kind kind, const std::string& line, const std::string& next, int mark_width) const {
    return full_[kind] - text::display_width(line) - mark_width - first_unit(next) >= room_;
}

bool ends_paragraph(const PlacedLine& line, const PlacedLine* next) {
    const bool last = !next || next->item != line.item || next->name != line.name;
    return last || (!line.name && text::starts_with_bullet(next->line->text));
}

ParagraphEnds::ParagraphEnds(const std::vector<PlacedLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PlacedLine* next = i + 1 < lines.size() ? &lines[i + 1] : nullptr;
        const bool ends = ends_paragraph(lines[i], next);
        if (!ends && !next->goes_on) continue;
        Seen& seen = ends ? ends_ : within_;
        ++seen.all;
        seen.spaced += lines[i].line->spaced ? 1 : 0;
    }
}

bool ParagraphEnds::spaced() const {
    constexpr int kFewest = 6;
    const bool enough = ends_.all >= kFewest && within_.all >= kFewest;
    return enough && ends_.spaced * 10 >= ends_.all * 8 && within_.spaced * 10 <= within_.all;
}

}  // namespace torimatome::parsers
