// Merged cells of a table of prose, whose text stands in their middle.
#pragma once

#include <vector>

#include "parsers/pdf/prose_borders.hpp"

namespace torimatome::parsers::pdf {

/// Opens the sides of blank cells that belong to merged ones: where the texts of a column do not stand at the top of
/// their rows, each stands in the middle of its rows and the blank ones around. `ys` are the rows' edges; `barriers`
/// are the rows that one text takes whole.
void open_merged_cells(const std::vector<ProseColumn>& columns, const std::vector<RowBorder>& borders,
                       const std::vector<double>& ys, const std::vector<bool>& barriers, Closed& closed);

}  // namespace torimatome::parsers::pdf
