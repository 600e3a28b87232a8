// Tables of prose without rules: several columns of texts of several lines.
#pragma once

#include <vector>

#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/prose_columns.hpp"
#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// The grids of the tables of prose on `page` that no rule parts into columns. Takes the rules and edges of fields
/// within them out of `rules`. `known` tells of the last such table of the pages before, and then of this
/// page's.
std::vector<Grid> find_prose_tables(const Page& page, Rules& rules, KnownColumns& known);

}  // namespace torimatome::parsers::pdf
