// Whether rows stand with their own: a row that changed its place brings the words of the rows it came from.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Rows without a mark of their own that share their words with rows of another group or section: alone, or two that
/// each fit the other's place.
Findings kinship_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
