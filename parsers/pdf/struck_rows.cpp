#include "parsers/pdf/struck_rows.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace torimatome::parsers::pdf {

namespace {

// Signs that are a line themselves.
bool is_line(char32_t c) {
    constexpr std::u32string_view kLines = U"ー―─━—–－-−‐=＝~～〜一二三";
    return kLines.find(c) != std::u32string_view::npos || (c >= 0x2500 && c <= 0x257F);
}

constexpr int kContrast = 40;  // grey levels between a line and its ground

// Whether the row at `across` is dark over the whole of the glyph, the room beside its strokes included, but for
// `before` and `after` pixels at its ends.
bool is_dark_over(const LinePixels& pixels, const Extent& extent, int across, int before, int after) {
    const int from = static_cast<int>(std::lround(extent.from)) + before;
    const int to = static_cast<int>(std::lround(extent.to)) - 1 - after;
    if (from < 0 || to >= pixels.length() || to - from < 2) return false;
    int darkest = 0;
    for (int along = from; along <= to; ++along) darkest = std::max(darkest, pixels.grey(along, across));
    if (darkest >= 255 - kContrast) return false;
    // A line is thin: on both sides of it the ground is seen, which the edge of a coloured field is not.
    constexpr int kBeside = 3;  // pixels
    for (const int y : {across - kBeside, across + kBeside}) {
        if (y < 0 || y >= pixels.depth()) return false;
        int ground = 0;
        for (int along = from; along <= to; ++along) ground = std::max(ground, pixels.grey(along, y));
        if (darkest >= ground - kContrast) return false;
    }
    return true;
}

bool goes_on(const Glyph& before, const Glyph& next, double scale) {
    constexpr double kGap = 1;  // pixels
    const bool level = before.level();
    const Extent a = extent_of(before, scale, level);
    const Extent b = extent_of(next, scale, level);
    return before.direction == next.direction && std::abs(a.low - b.low) < 2 && std::abs(a.high - b.high) < 2 &&
           (std::abs(b.from - a.to) < kGap || std::abs(a.from - b.to) < kGap);
}

class StruckRows {
  public:
    StruckRows(Page& page, std::vector<LineOfText>& lines) : page_(page), lines_(lines) {
        constexpr std::size_t kFew = 3;  // what was found over a few may be a part of the line
        for (const LineOfText& line : lines) {
            if (line.through && line.glyphs.size() > kFew) known_.insert(line.glyphs.begin(), line.glyphs.end());
        }
    }

    void find() {
        std::vector<Glyph>& glyphs = page_.glyphs;
        for (std::size_t first = 0; first < glyphs.size();) {
            std::size_t next = first + 1;
            // Characters of drawn fonts come out bold and meet everywhere.
            if (glyphs[first].direction != Direction::vertical && !glyphs[first].drawn &&
                !known_.contains(&glyphs[first])) {
                next = std::max(next, longest(first));
            }
            first = next;
        }
    }

  private:
    // Adds the longest line that begins at glyph `first`; past its last glyph.
    std::size_t longest(std::size_t first) {
        const Glyph& glyph = page_.glyphs[first];
        const bool level = glyph.level();
        const Extent extent = extent_of(glyph, page_.image.scale, level);
        const double height = extent.high - extent.low;
        const int from = std::max(static_cast<int>(extent.low + 0.3 * height), 0);
        const LinePixels pixels{page_.image, level};
        const int to = std::min(static_cast<int>(extent.low + 0.75 * height), pixels.depth() - 1);
        std::size_t end = first;
        int at = 0;
        for (int across = from; across <= to; ++across) {
            const std::size_t reached = end_of(first, pixels, across);
            if (reached > end) {
                end = reached;
                at = across;
            }
        }
        if (end > first) add(first, end, at, level);
        return end;
    }

    // A line may begin and end a pixel within its characters.
    std::size_t end_of(std::size_t first, const LinePixels& pixels, int across) const {
        const std::vector<Glyph>& glyphs = page_.glyphs;
        const double scale = page_.image.scale;
        std::size_t end = first;
        while (end < glyphs.size() && (end == first || goes_on(glyphs[end - 1], glyphs[end], scale))) {
            const Extent extent = extent_of(glyphs[end], scale, pixels.horizontal);
            const bool backwards = glyphs[end].backwards();
            const int starts = end == first ? 1 : 0;
            const auto is_dark = [&](int at_start, int at_end) {
                return is_dark_over(pixels, extent, across, backwards ? at_end : at_start,
                                    backwards ? at_start : at_end);
            };
            if (!is_dark(starts, 1)) break;
            ++end;
            if (!is_dark(starts, 0)) break;
        }
        return end;
    }

    void add(std::size_t first, std::size_t end, int at, bool level) {
        std::vector<Glyph>& glyphs = page_.glyphs;
        // Signs that are lines meet a line beside them and would hide where it ends.
        while (first < end && is_line(glyphs[first].code)) ++first;
        while (first < end && is_line(glyphs[end - 1].code)) --end;
        if (end < first + 2) return;  // strokes of single characters go from edge to edge, too
        LineOfText line;
        line.horizontal = level;
        line.through = true;
        const double scale = page_.image.scale;
        line.rule.at = (at + 0.5) / scale;
        line.rule.thickness = 1 / scale;
        for (std::size_t i = first; i < end; ++i) {
            const Extent extent = extent_of(glyphs[i], 1, level);
            if (i == first || extent.from < line.first.from) line.first = extent;
            if (i == first || extent.to > line.last.to) line.last = extent;
            line.glyphs.push_back(&glyphs[i]);
            line.size = std::max(line.size, glyphs[i].size);
        }
        line.rule.from = line.first.from;
        line.rule.to = line.last.to;
        line.covered = line.rule.length();
        lines_.push_back(std::move(line));
    }

    Page& page_;
    std::vector<LineOfText>& lines_;
    std::set<const Glyph*> known_;
};

}  // namespace

void find_struck_rows(Page& page, std::vector<LineOfText>& lines) { StruckRows(page, lines).find(); }

}  // namespace torimatome::parsers::pdf
