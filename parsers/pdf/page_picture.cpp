#include "parsers/pdf/page_picture.hpp"

#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace torimatome::parsers::pdf {

namespace {

constexpr double kPointsPerInch = 72;

// What is to be drawn, in pixels; all -1 for the whole page.
struct Part {
    int x = -1;
    int y = -1;
    int width = -1;
    int height = -1;
};

GreyImage draw(const poppler::page& page, double resolution, const Part& part, bool smooth) {
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_line_mode(poppler::page_renderer::line_solid);
    renderer.set_render_hint(poppler::page_renderer::antialiasing, smooth);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, smooth);
    const poppler::image picture =
        renderer.render_page(&page, resolution, resolution, part.x, part.y, part.width, part.height);
    if (!picture.is_valid() || picture.format() != poppler::image::format_gray8) return {};
    GreyImage image;
    image.width = picture.width();
    image.height = picture.height();
    image.scale = resolution / kPointsPerInch;
    image.pixels.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y) {
        std::memcpy(image.row(y), picture.const_data() + static_cast<std::ptrdiff_t>(y) * picture.bytes_per_row(),
                    static_cast<std::size_t>(image.width));
    }
    return image;
}

}  // namespace

GreyImage draw_page(const poppler::page& page, double resolution) { return draw(page, resolution, {}, false); }

int CloserLook::column(double x) const { return image.column_at(x - area.x0); }

int CloserLook::row(double y) const { return image.row_at(y - area.y0); }

CloserLook look_closer(const Page& page, const Box& area, double size) {
    constexpr double kTypeInPixels = 40;
    constexpr double kMostPixels = 24e6;
    if (!page.source) return {};
    const double points = std::max((area.x1 - area.x0) * (area.y1 - area.y0), 1.0);
    const double scale = std::min(kTypeInPixels / std::max(size, 1.0), std::sqrt(kMostPixels / points));
    const Box shown = as_shown(page, area);
    Part part;
    part.x = std::max(static_cast<int>(shown.x0 * scale), 0);
    part.y = std::max(static_cast<int>(shown.y0 * scale), 0);
    part.width = static_cast<int>(shown.x1 * scale) - part.x + 1;
    part.height = static_cast<int>(shown.y1 * scale) - part.y + 1;
    const GreyImage image = draw(*page.source, scale * kPointsPerInch, part, true);
    CloserLook look;
    look.image = turned(image, page.turned);
    look.image.scale = scale;
    const Box drawn = {part.x / scale, part.y / scale, (part.x + part.width) / scale, (part.y + part.height) / scale};
    const bool across = page.turned % 2 == 1;
    look.area = turned(drawn, across ? page.height : page.width, across ? page.width : page.height, page.turned);
    return look;
}

}  // namespace torimatome::parsers::pdf
