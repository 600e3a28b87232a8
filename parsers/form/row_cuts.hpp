// Texts of columns that do not write sentences: whether one was cut within a phrase, told by the document's other
// texts.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Texts that end as no phrase ends, or at a place where all other texts of the document go on.
Findings open_end_doubts(const RowsRead& rows);

/// Texts that start with a bullet where those of the other rows have words before their first one.
Findings lost_start_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
