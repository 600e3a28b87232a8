// The page of a sheet that is printed as a layout says.
#pragma once

#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Landscape on the layout's paper with its margins, one page wide, without gridlines.
void set_landscape_page(const Sheet& sheet, const PrintLayout& layout);

}  // namespace torimatome::writers
