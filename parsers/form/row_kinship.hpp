// Whether rows stand with their own: a row that changed its place brings the words of the rows it came from.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Rows without a mark of their own that share their words with rows of another group or section: alone, or two that
/// each fit the other's place.
Findings kinship_doubts(const RowsRead& rows);

/// Texts below a blank cell whose start speaks of the row above: that row's text may have come into this one's.
Findings strayed_text_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
