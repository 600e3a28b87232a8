// A page's picture in grey, as the rules are looked for in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/source_position.hpp"

namespace torimatome::parsers::pdf {

struct GreyImage {
    int width = 0;                     ///< pixels
    int height = 0;                    ///< pixels
    double scale = 1;                  ///< pixels a point
    std::vector<std::uint8_t> pixels;  ///< row by row from the top, 0 is black

    const std::uint8_t* row(int y) const { return pixels.data() + static_cast<std::size_t>(y) * stride(); }
    std::uint8_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * stride(); }
    std::size_t stride() const { return static_cast<std::size_t>(width); }
    /// The column at `x` and the row at `y`, in points; the nearest one where the image has none.
    int column_at(double x) const;
    int row_at(double y) const;
};

/// The lightest grey of the columns [x0, x1] in the rows [y0, y1], all within `image`.
int lightest_of(const GreyImage& image, int x0, int y0, int x1, int y1);

/// The pixels of an image by their place along a line and across it.
struct LinePixels {
    const GreyImage& image;
    bool horizontal = true;

    int length() const { return horizontal ? image.width : image.height; }
    int depth() const { return horizontal ? image.height : image.width; }
    int grey(int along, int across) const { return horizontal ? image.row(across)[along] : image.row(along)[across]; }
};

/// Rows as columns: pixel (x, y) of the result is (y, x) of `image`.
GreyImage transposed(const GreyImage& image);

/// `image` turned clockwise by `quarters` × 90 degrees.
GreyImage turned(const GreyImage& image, int quarters);

/// `box` on a page of `width` × `height` points, as it stands when the page is turned clockwise by `quarters` × 90
/// degrees.
Box turned(const Box& box, double width, double height, int quarters);

}  // namespace torimatome::parsers::pdf
