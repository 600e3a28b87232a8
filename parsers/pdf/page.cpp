#include "parsers/pdf/page.hpp"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "model/language.hpp"
#include "parsers/input_error.hpp"
#include "parsers/pdf/drawn_fonts.hpp"
#include "parsers/pdf/glyphs.hpp"
#include "parsers/pdf/page_picture.hpp"
#include "parsers/pdf/visibility.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kUsualResolution = 100;  // dpi: tells underlines from rules, which 72 does not
constexpr double kFinestResolution = 300;
constexpr double kSmallestTypeInPixels = 9;
constexpr double kMostPixels = 24e6;

// Small type (a sheet that was fitted to the page) needs a finer picture, or its strokes look like rules.
double resolution_for(const std::vector<Glyph>& glyphs, double width, double height) {
    std::vector<double> sizes;
    for (const Glyph& glyph : glyphs) sizes.push_back(std::min(glyph.width(), glyph.height()) + glyph.size);
    double resolution = kUsualResolution;
    if (!sizes.empty()) {
        const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 10);
        std::nth_element(sizes.begin(), middle, sizes.end());
        const double type = *middle / 2;
        resolution = std::clamp(kSmallestTypeInPixels * kPointsPerInch / std::max(type, 0.5), kUsualResolution,
                                kFinestResolution);
    }
    const double most = std::sqrt(kMostPixels / std::max(width * height, 1.0)) * kPointsPerInch;
    return std::min(resolution, most);
}

// By how many quarters clockwise the page must be turned for most of its text to run to the right.
int turn_of(const std::vector<Glyph>& glyphs) {
    std::array<std::size_t, 4> counts{};
    for (const Glyph& glyph : glyphs) {
        if (glyph.direction == Direction::vertical) ++counts[0];
        if (glyph.direction != Direction::vertical) ++counts[static_cast<std::size_t>(glyph.direction)];
    }
    const auto most = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    return (4 - most) % 4;
}

void turn(Page& page, int quarters) {
    if (quarters == 0) return;
    for (Glyph& glyph : page.glyphs) {
        glyph.box = turned(glyph.box, page.width, page.height, quarters);
        if (glyph.direction == Direction::vertical) {
            glyph.direction = Direction::right;  // a lone vertical line on a sideways page
            continue;
        }
        glyph.direction = static_cast<Direction>((static_cast<int>(glyph.direction) + quarters) % 4);
    }
    page.image = turned(page.image, quarters);
    if (quarters % 2 == 1) std::swap(page.width, page.height);
    page.turned = quarters;
}

}  // namespace

Page load_page(const poppler::document& document, int number) {
    const std::shared_ptr<const poppler::page> source(document.create_page(number - 1));
    if (!source) {
        throw input_error(
            "pdf.page-damaged",
            tell(fmt::format("{} 頁が壊れています。", number), fmt::format("Page {} is damaged.", number)),
            tell("PDFを作り直してもらってください。", "Please have the PDF made again."));
    }
    Page page;
    page.number = number;
    page.glyphs = read_glyphs(*source, page.unusable);
    size_drawn_glyphs(page.glyphs);
    const poppler::rectf area = source->page_rect();
    page.image = draw_page(*source, resolution_for(page.glyphs, area.width(), area.height()));
    if (page.image.pixels.empty()) {
        throw input_error(
            "pdf.page-damaged",
            tell(fmt::format("{} 頁を描画できません。", number), fmt::format("Page {} cannot be rendered.", number)),
            tell("PDFを作り直してもらってください。", "Please have the PDF made again."));
    }
    page.source = source;
    // The page's area is that before /Rotate; boxes and picture are those after it.
    page.width = page.image.width / page.image.scale;
    page.height = page.image.height / page.image.scale;
    page.shaded = looks_scanned(page.image);
    turn_drawn_glyphs(page.glyphs, page.image);
    turn(page, turn_of(page.glyphs));
    return page;
}

Box as_shown(const Page& page, const Box& box) { return turned(box, page.width, page.height, (4 - page.turned) % 4); }

}  // namespace torimatome::parsers::pdf
