// The white gutters that part columns of text.
#pragma once

#include <vector>

#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

/// A stretch of lines with the same columns: lines [first, last) of the input, and the columns' edges in points (the
/// left and right edge of the text, and the gutters' middles between).
struct ColumnBlock {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<double> edges;
    std::vector<double> widths;  ///< of the gutters between the columns, in points
};

/// The blocks of columns among `lines`, which run from top to bottom.
std::vector<ColumnBlock> find_column_blocks(const std::vector<TextLine>& lines);

}  // namespace torimatome::parsers::pdf
