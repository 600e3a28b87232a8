// The rows of a page put below those of the page before.
#pragma once

#include "model/table.hpp"
#include "parsers/pdf/page_tables.hpp"

namespace torimatome::parsers::pdf {

/// Adds the rows of `next` to `whole`, which has the same columns. Cells that both pages leave open are one cell; where
/// the page's end cut a row, the two halves are one row ("table.row-joined", a note).
void append_rows(PageTable& whole, PageTable next, Findings& findings);

}  // namespace torimatome::parsers::pdf
