// Whether a dashed rule goes on along a cell's side, by the page's picture.
#pragma once

#include "parsers/pdf/grey_image.hpp"

namespace torimatome::parsers::pdf {

/// What stands along a stretch of a grid line. Lengths are in pixels.
struct Dashes {
    int length = 0;
    int longest_gap = 0;   ///< without a mark that stands alone, as a rule's do
    int longest_void = 0;  ///< without any ink at all
    double share = 0;      ///< of the stretch that has marks that stand alone

    /// Whether the stretch is as densely marked as `known`, which is surely ruled.
    bool like(const Dashes& known) const;
    /// Whether no rule like `known` runs there: a part is too long without ink, or most ink is that of characters.
    bool broken_beside(const Dashes& known) const;
};

/// Looks along the line at `at` between `from` and `to` (points); `horizontal`: the line runs to the right.
Dashes dashes_along(const GreyImage& image, double at, double from, double to, bool horizontal);

}  // namespace torimatome::parsers::pdf
