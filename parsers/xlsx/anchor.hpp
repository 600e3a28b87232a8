// Where on a sheet something outside its cells lies.
#pragma once

#include "model/source_position.hpp"

namespace torimatome::parsers::xlsx {

/// The cell of an anchor, whose rows and columns count from 0; {0, 0} where a sheet has no such cell.
constexpr CellCoordinates cell_counted_from_zero(unsigned row, unsigned column) {
    constexpr unsigned kRows = 1'048'576;
    constexpr unsigned kColumns = 16'384;
    if (row >= kRows || column >= kColumns) return {};
    return {static_cast<int>(row) + 1, static_cast<int>(column) + 1};
}

}  // namespace torimatome::parsers::xlsx
