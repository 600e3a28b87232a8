// Where a page's picture changes from one row of pixels to the next over a length: the edges of rules and of fields.
#pragma once

#include <vector>

#include "parsers/pdf/grey_image.hpp"

namespace torimatome::parsers::pdf {

/// Pixels [first, last] of one row differ from those of the next row: the edge lies at `edge`, in pixels from the top.
struct Run {
    int edge = 0;
    int first = 0;
    int last = 0;
    bool dashed = false;
    bool even = false;  ///< dashed, and with so many dashes at even distances that no characters' strokes make them

    int length() const { return last - first + 1; }
};

/// The horizontal runs of `image`, by edge and then from left to right: unbroken ones of at least 12 pixels, and rows
/// of dashes or dots that are alike. Crossing rules do not break a run.
std::vector<Run> find_runs(const GreyImage& image);

}  // namespace torimatome::parsers::pdf
