// 方眼紙: sheets whose cells hold one character each.
#pragma once

#include <vector>

#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// Whether the rows were typed one character a cell. Texts of such sheets cannot be put together surely: nothing tells
/// where one cell of the form ends and the next begins.
bool is_grid_paper(const std::vector<StreamRow>& rows);

}  // namespace torimatome::parsers
