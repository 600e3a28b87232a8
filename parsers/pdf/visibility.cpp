#include "parsers/pdf/visibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "model/language.hpp"
#include "parsers/pdf/page_picture.hpp"
#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr int kContrast = 12;  // grey levels that an eye can tell apart

// Small signs may fall between the pixels: they are seen where the character before them is.
bool is_small_sign(char32_t c) {
    constexpr std::u32string_view kSigns = U"、。，．・.,:;'`\"-_~‐–—゛゜｡､･|¦’‘“”…‥ー－−／/\\";
    return kSigns.find(c) != std::u32string_view::npos;
}

bool has_ink(const GreyImage& image, const Box& box) {
    const double inset = 0.06 * std::min(box.x1 - box.x0, box.y1 - box.y0);
    const auto pixel = [&](double place) { return static_cast<int>(place * image.scale); };
    const int left = std::max(pixel(box.x0 + inset), 0);
    const int right = std::min(std::max(pixel(box.x1 - inset), left + 1), image.width - 1);
    const int top = std::max(pixel(box.y0 + inset), 0);
    const int bottom = std::min(std::max(pixel(box.y1 - inset), top + 1), image.height - 1);
    int darkest = 255;
    int lightest = 0;
    for (int y = top; y <= bottom; ++y) {
        const std::uint8_t* row = image.row(y);
        for (int x = left; x <= right; ++x) {
            darkest = std::min<int>(darkest, row[x]);
            lightest = std::max<int>(lightest, row[x]);
        }
        if (lightest - darkest >= kContrast) return true;
    }
    return false;
}

// Whether what lies just above and below the box looks unlike the box itself, all of one grey: strokes that stand so
// closely that the picture shows a blot, or nothing at all on the page's ground.
bool may_be_blot(const GreyImage& image, const Box& box) {
    const int x = image.column_at((box.x0 + box.x1) / 2);
    const int y = image.row_at((box.y0 + box.y1) / 2);
    const int beyond_x = image.column_at((box.x1 - box.x0) / 4);
    const int beyond_y = image.row_at((box.y1 - box.y0) / 4);
    const int above = std::max(image.row_at(box.y0) - beyond_y, 0);
    const int below = std::min(image.row_at(box.y1) + beyond_y, image.height - 1);
    const int before = std::max(image.column_at(box.x0) - beyond_x, 0);
    const int after = std::min(image.column_at(box.x1) + beyond_x, image.width - 1);
    const int own = image.row(y)[x];
    const auto unlike = [own](int grey) { return std::abs(grey - own) >= kContrast; };
    return (unlike(image.row(above)[x]) && unlike(image.row(below)[x])) ||
           (unlike(image.row(y)[before]) && unlike(image.row(y)[after]));
}

bool has_ink(const CloserLook& look, const Box& box) {
    const Box& area = look.area;
    return has_ink(look.image, {box.x0 - area.x0, box.y0 - area.y0, box.x1 - area.x0, box.y1 - area.y0});
}

// Dense characters of drawn fonts come out as blots now and then; a field that covers text covers several characters in
// a row. Those that are sure to be seen are taken out of `blots`, which stand in the page's order.
void unhide_lone_drawings(std::vector<Glyph*>& blots) {
    constexpr std::size_t kFewestCovered = 3;
    std::vector<Glyph*> unsure;
    for (std::size_t first = 0; first < blots.size();) {
        std::size_t next = first + 1;
        while (next < blots.size() && blots[next] == blots[next - 1] + 1) ++next;
        for (std::size_t i = first; i < next; ++i) {
            if (blots[i]->drawn && next - first < kFewestCovered) {
                blots[i]->hidden = false;
            } else {
                unsure.push_back(blots[i]);
            }
        }
        first = next;
    }
    blots = std::move(unsure);
}

// Those of `glyphs` that a closer look shows. A few are looked at one by one, many all at once.
void unhide_seen_closer(const Page& page, const std::vector<Glyph*>& glyphs) {
    constexpr std::size_t kFew = 4;
    if (glyphs.empty() || !page.source) return;
    if (glyphs.size() <= kFew) {
        for (Glyph* glyph : glyphs) {
            const CloserLook look = look_closer(page, glyph->box, glyph->size);
            glyph->hidden = look.image.pixels.empty() || !has_ink(look, glyph->box);
        }
        return;
    }
    Box all = glyphs.front()->box;
    double size = glyphs.front()->size;
    for (const Glyph* glyph : glyphs) {
        all = {std::min(all.x0, glyph->box.x0), std::min(all.y0, glyph->box.y0), std::max(all.x1, glyph->box.x1),
               std::max(all.y1, glyph->box.y1)};
        size = std::min(size, glyph->size);
    }
    const CloserLook look = look_closer(page, all, size);
    for (Glyph* glyph : glyphs) glyph->hidden = look.image.pixels.empty() || !has_ink(look, glyph->box);
}

}  // namespace

void mark_hidden(Page& page) {
    std::vector<Glyph*> blots;
    for (Glyph& glyph : page.glyphs) {
        glyph.hidden = !has_ink(page.image, glyph.box);
        if (glyph.hidden && !is_small_sign(glyph.code) && may_be_blot(page.image, glyph.box)) blots.push_back(&glyph);
    }
    unhide_lone_drawings(blots);
    unhide_seen_closer(page, blots);
    bool last_hidden = false;
    for (Glyph& glyph : page.glyphs) {
        if (glyph.hidden && is_small_sign(glyph.code)) glyph.hidden = last_hidden;
        last_hidden = glyph.hidden;
    }
}

void report_hidden(const Page& page, Findings& findings) {
    std::vector<const Glyph*> hidden;
    std::vector<const Glyph*> seen;
    for (const Glyph& glyph : page.glyphs) (glyph.hidden ? hidden : seen).push_back(&glyph);
    if (hidden.empty()) return;
    std::set<std::string> visible;
    for (const TextLine& line : find_lines(seen)) {
        for (const TextLine& part : parts_of(line)) visible.insert(text_of(part));
    }
    for (const TextLine& line : find_lines(hidden)) {
        const std::string text = text_of(line);
        if (visible.contains(text)) continue;
        Finding finding;
        finding.code = "text.hidden";
        // A page's number that its margin cuts off says nothing.
        if (text.find_first_not_of("0123456789-/ ") == std::string::npos) finding.severity = Severity::note;
        finding.source.page = page.number;
        finding.source.box = as_shown(page, line.box);
        finding.message = tell(fmt::format("目に見えない文字「{}」があります。読み取りから外しました。", text),
                               fmt::format("There is text that cannot be seen, \"{}\"; it was left out.", text));
        finding.hint = tell("白い文字、図形の下の文字、枠で切れた文字などです。必要な文字か作成者に確かめてください。",
                            "It is white, covered or cut off by a frame. Please ask the author whether it is meant.");
        findings.push_back(std::move(finding));
    }
}

bool looks_scanned(const GreyImage& image) {
    constexpr std::size_t kPlain = 12;  // shades that fields, rules and letters of a drawn page use
    constexpr double kShaded = 0.01;    // share of the page in other shades
    std::array<std::size_t, 256> counts{};
    for (const std::uint8_t pixel : image.pixels) ++counts[pixel];
    std::sort(counts.begin(), counts.end(), std::greater<>());
    std::size_t others = 0;
    for (std::size_t i = kPlain; i < counts.size(); ++i) others += counts[i];
    return static_cast<double>(others) > kShaded * static_cast<double>(image.pixels.size());
}

}  // namespace torimatome::parsers::pdf
