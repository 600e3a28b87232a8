// A page drawn in grey: the whole of it, or a part of it more finely.
#pragma once

#include "parsers/pdf/grey_image.hpp"
#include "parsers/pdf/page.hpp"

namespace poppler {
class page;
}

namespace torimatome::parsers::pdf {

/// The picture of `page` as a viewer shows it; without any pixel where poppler cannot draw it.
GreyImage draw_page(const poppler::page& page, double resolution);

/// A part of a page, drawn more finely than the page's own picture.
struct CloserLook {
    GreyImage image;
    Box area;  ///< on the page as it is read; the image begins at its upper left corner

    /// The image's column at `x` and row at `y`, places on the page; the nearest one where it has none.
    int column(double x) const;
    int row(double y) const;
};

/// Looks closer at `area` of `page`, so closely that type of `size` points shows its strokes apart, or as closely as a
/// picture of usual size allows. Without any pixel where the page cannot be drawn.
CloserLook look_closer(const Page& page, const Box& area, double size);

}  // namespace torimatome::parsers::pdf
