// Marks and numbers of rows that do not go on from the row above, or are lost.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Marks that are lost, skipped, or go back.
Findings mark_doubts(const RowsRead& rows);

/// Items of a section's box that no row has, and sections without any row.
Findings item_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
