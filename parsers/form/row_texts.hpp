// Texts of rows: blank where the form wants one, cut off, or standing twice.
#pragma once

#include "parsers/form/row_doubts.hpp"

namespace torimatome::parsers {

/// Which blanks are doubtful. A cell that is blank on a page is seen to be so; a part of a cell's text is not.
enum class Blanks { cells_and_parts, parts };

/// Required fields that a row does not give though most rows do, and parts of a cell that all other rows have.
Findings blank_doubts(const RowsRead& rows, Blanks which);

/// Texts that start or end within a sentence, or leave a bracket open.
Findings cut_doubts(const RowsRead& rows);

/// Rows that say the very same as a row above.
Findings repeated_doubts(const RowsRead& rows);

}  // namespace torimatome::parsers
