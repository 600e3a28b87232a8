// Texts of rows: blank where the form wants one, cut off, or standing twice.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Required fields that a row does not give though most rows do.
Findings blank_doubts(const RowsRead& rows);

/// Texts that start or end within a sentence, or leave a bracket open.
Findings cut_doubts(const RowsRead& rows);

/// Rows that say the very same as a row above.
Findings repeated_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
