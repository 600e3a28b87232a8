#include "parsers/pdf/met_strokes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "parsers/pdf/page_picture.hpp"

namespace torimatome::parsers::pdf {

namespace {

// Whether a line is drawn along `rule`. Strokes of neighbouring characters that seem to meet are lighter where one
// character ends and the next begins; a line is as dark there as anywhere.
bool is_evenly_dark(const Rule& rule, bool horizontal, const GreyImage& image) {
    constexpr int kAlike = 40;  // grey levels
    const LinePixels pixels{image, horizontal};
    const int length = pixels.length();
    const int depth = pixels.depth();
    const int first = std::clamp(static_cast<int>(std::lround(rule.from * image.scale)) + 1, 0, length - 1);
    const int last = std::clamp(static_cast<int>(std::lround(rule.to * image.scale)) - 2, first, length - 1);
    const int low = static_cast<int>(std::floor((rule.at - rule.thickness / 2) * image.scale)) - 1;
    const int high = static_cast<int>(std::ceil((rule.at + rule.thickness / 2) * image.scale));
    for (int across = std::max(low, 0); across <= std::min(high, depth - 1); ++across) {
        std::vector<int> row;
        for (int along = first; along <= last; ++along) row.push_back(pixels.grey(along, across));
        const int lightest = *std::max_element(row.begin(), row.end());
        const auto middle = row.begin() + static_cast<std::ptrdiff_t>(row.size() / 2);
        std::nth_element(row.begin(), middle, row.end());
        if (*middle < 255 - kAlike && lightest <= *middle + kAlike) return true;
    }
    return false;
}

constexpr int kContrast = 40;  // grey levels between a line and its ground

// Whether one row of pixels between `low` and `high` is dark from `from` to `to`.
bool has_dark_row(const LinePixels& part, int from, int to, int low, int high, int ground) {
    from = std::max(from, 0);
    to = std::min(to, part.length() - 1);
    for (int across = std::max(low, 0); across <= std::min(high, part.depth() - 1); ++across) {
        bool dark = to > from;
        for (int along = from; along <= to && dark; ++along) dark = part.grey(along, across) < ground - kContrast;
        if (dark) return true;
    }
    return false;
}

class StrokeJudge {
  public:
    StrokeJudge(const std::vector<LineOfText>& lines, const Page& page) : page_(page) {
        for (const LineOfText& line : lines) marked_.insert(line.glyphs.begin(), line.glyphs.end());
    }

    // Strokes may meet to what looks like a line along a few characters, not along many.
    bool is_line(const LineOfText& line) {
        constexpr std::size_t kFew = 4;
        if (line.through && !is_evenly_dark(line.rule, line.horizontal, page_.image)) return false;
        if (line.rule.dashed || line.glyphs.size() > kFew) return true;
        if (!line.through && !reaches_ends(line)) return false;
        if (line.through && may_be_bars(line)) return false;
        if (are_bold_strokes(line)) return false;
        const std::optional<bool> elsewhere = are_like_elsewhere(line);
        // Characters with a stroke in the middle may be struck through all the same: that is looked at.
        if (elsewhere && *elsewhere && (!line.through || line.glyphs.front()->drawn)) return false;
        std::u32string text(1, line.through ? U'-' : U'_');
        for (const Glyph* glyph : line.glyphs) text += glyph->code;
        if (strokes_.contains(text)) return false;
        if (is_drawn_closer(line)) return true;
        strokes_.insert(text);
        return false;
    }

  private:
    // Characters of drawn fonts come out bold, so that the feet of a few look like a line within their boxes.
    static bool are_bold_strokes(const LineOfText& line) {
        constexpr double kWithin = 0.97;  // of the box's height
        if (!line.glyphs.front()->drawn) return false;
        const double depth = (line.rule.at - line.first.low) / std::max(line.first.high - line.first.low, 0.1);
        return !line.through && depth < kWithin;
    }

    // The bars of single characters (4) and of letters beside each other (ff) go from edge to edge as a line would.
    static bool may_be_bars(const LineOfText& line) {
        constexpr char32_t kLastLetter = 0x24F;  // of the Latin ones
        const auto is_letter = [](const Glyph* glyph) { return glyph->code >= U'A' && glyph->code <= kLastLetter; };
        return line.glyphs.size() == 1 || std::all_of(line.glyphs.begin(), line.glyphs.end(), is_letter);
    }

    // An underline is as wide as its characters with the room beside their strokes.
    bool reaches_ends(const LineOfText& line) const {
        const double near = 1.5 / page_.image.scale;
        return line.rule.from <= line.first.from + near && line.rule.to >= line.last.to - near;
    }

    // Whether the line's characters have a stroke at its height where they stand elsewhere on the page, too; nothing
    // where they all stand along lines.
    std::optional<bool> are_like_elsewhere(const LineOfText& line) {
        index_glyphs();
        bool known = false;
        for (const Glyph* glyph : line.glyphs) {
            const std::optional<bool> stroke = has_stroke_elsewhere(*glyph, line);
            if (stroke && !*stroke) return false;
            known = known || stroke.has_value();
        }
        return known ? std::optional<bool>(true) : std::nullopt;
    }

    std::optional<bool> has_stroke_elsewhere(const Glyph& glyph, const LineOfText& line) const {
        constexpr std::size_t kEnough = 6;
        const auto same = places_.find(glyph.code);
        if (same == places_.end()) return std::nullopt;
        // Strokes of drawn fonts, which come out bold, and of single characters are alike at most of their places.
        const bool often_alike = line.through && (glyph.drawn || line.glyphs.size() == 1);
        const Extent own = extent_of(glyph, 1, line.horizontal);
        std::size_t seen = 0;
        std::size_t with = 0;
        for (const Glyph* other : same->second) {
            if (other == &glyph || other->direction != glyph.direction) continue;
            if (!often_alike && marked_.contains(other)) continue;
            if (std::abs(other->size - glyph.size) > 0.1 || seen == kEnough) continue;
            ++seen;
            with += has_stroke(*other, line, line.rule.at - own.low);
        }
        if (seen == 0) return std::nullopt;
        return with * 2 > seen;
    }

    // Whether the character has a stroke `depth` below its upper edge that goes over most of its width.
    bool has_stroke(const Glyph& glyph, const LineOfText& line, double depth) const {
        constexpr double kBeside = 0.2;  // of the character's width
        const double scale = page_.image.scale;
        const Extent extent = extent_of(glyph, scale, line.horizontal);
        const double inset = kBeside * (extent.to - extent.from);
        const double reach = line.rule.thickness / 2 * scale + 1;
        const double at = extent.low + depth * scale;
        return has_dark_row({page_.image, line.horizontal}, static_cast<int>(extent.from + inset),
                            static_cast<int>(extent.to - inset), static_cast<int>(std::floor(at - reach)),
                            static_cast<int>(std::ceil(at + reach)), ground_of(glyph.box));
    }

    // The lightest grey within the box.
    int ground_of(const Box& box) const {
        const GreyImage& image = page_.image;
        return lightest_of(image, image.column_at(box.x0), image.row_at(box.y0), image.column_at(box.x1),
                           image.row_at(box.y1));
    }

    void index_glyphs() {
        if (!places_.empty()) return;
        for (const Glyph& glyph : page_.glyphs) places_[glyph.code].push_back(&glyph);
    }

    // Whether the page, drawn finely, shows a line from the first of the characters to the last. True where it cannot
    // be drawn.
    bool is_drawn_closer(const LineOfText& line) {
        constexpr double kShort = 0.05;  // of a character's width: less than the room beside its strokes
        const double from = line.first.from + kShort * (line.first.to - line.first.from);
        const double to = line.last.to - kShort * (line.last.to - line.last.from);
        const double reach = line.rule.thickness / 2 + 1.5 / page_.image.scale;
        const double low = line.rule.at - reach;
        const double high = line.rule.at + reach;
        const Box area = line.horizontal ? Box{from, low, to, high} : Box{low, from, high, to};
        const CloserLook look = closer(area, line.size);
        if (look.image.pixels.empty()) return true;
        const int x0 = look.column(area.x0);
        const int x1 = look.column(area.x1);
        const int y0 = look.row(area.y0);
        const int y1 = look.row(area.y1);
        const int ground = lightest_of(look.image, x0, y0, x1, y1);
        const LinePixels part{look.image, line.horizontal};
        return line.horizontal ? has_dark_row(part, x0, x1, y0, y1, ground)
                               : has_dark_row(part, y0, y1, x0, x1, ground);
    }

    // A few places are looked at one by one; after that the whole page is drawn.
    const CloserLook& closer(const Box& area, double size) {
        constexpr int kFew = 6;
        if (looks_ > kFew) return look_;
        ++looks_;
        look_ = look_closer(page_, looks_ > kFew ? Box{0, 0, page_.width, page_.height} : area, size);
        return look_;
    }

    const Page& page_;
    std::set<const Glyph*> marked_;     // along a line
    std::set<std::u32string> strokes_;  // characters along which a closer look showed none
    std::map<char32_t, std::vector<const Glyph*>> places_;
    CloserLook look_;
    int looks_ = 0;
};

}  // namespace

Extent extent_of(const Glyph& glyph, double scale, bool horizontal) {
    const Box& b = glyph.box;
    const bool level = glyph.level();
    if (horizontal) return {b.x0 * scale, b.x1 * scale, b.y0 * scale, b.y1 * scale, glyph.code, !level};
    return {b.y0 * scale, b.y1 * scale, b.x0 * scale, b.x1 * scale, glyph.code, level};
}

void drop_met_strokes(std::vector<LineOfText>& lines, const Page& page) {
    StrokeJudge judge(lines, page);
    std::erase_if(lines, [&](const LineOfText& line) { return !judge.is_line(line); });
}

}  // namespace torimatome::parsers::pdf
