// One group of touching rules to one grid with its cells.
#pragma once

#include "parsers/pdf/grid.hpp"

namespace torimatome::parsers::pdf {

/// The grid of rules that touch each other. Without cells where they enclose nothing.
Grid make_grid(const Rules& group, const GreyImage& image);

}  // namespace torimatome::parsers::pdf
