// The rows and cells of a table of prose without rules.
#pragma once

#include <optional>
#include <vector>

#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/prose_columns.hpp"

namespace torimatome::parsers::pdf {

/// The grid that the texts of `region` make: a row begins where texts begin beside each other and none goes on through,
/// or where an edge among `horizontal` (rules, fields of colour) runs over a column. A text that goes on through the
/// start of a row stands in a merged cell. Empty where the region holds no prose in rows: lists of short texts, or
/// running text in columns; unless the region `continues` a table of the pages before.
std::optional<Grid> prose_grid(const ProseRegion& region, const std::vector<Rule>& horizontal, bool continues);

}  // namespace torimatome::parsers::pdf
