// What the texts of each column look like in this document, and which texts look like another column's.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Pairs of texts of one row that would fit far better if they changed columns.
Findings habit_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
