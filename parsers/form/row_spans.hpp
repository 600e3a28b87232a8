// Fields that rows take from above: whether a blank was meant so, and whether the row above is sure.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Blanks that were taken for cells spanning down though other rows of the group, or of the document, have texts of
/// their own there.
Findings span_doubts(const RowsRead& rows);

/// Fields that were taken from a record about whose field there is a doubt.
Findings inherited_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
