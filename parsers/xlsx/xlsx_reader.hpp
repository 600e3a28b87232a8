// Excel workbooks (xlsx, xlsm) to tables: one table a sheet, with everything that stands in its used range.
#pragma once

#include "model/table.hpp"
#include "parsers/reader.hpp"

namespace torimatome::parsers {

/// Reads a workbook: visible text as Excel shows it (numbers and dates by their format), rich text runs, merges as
/// spans, hidden cells flagged, struck text apart, phonetic text ignored. Row and column of a cell are the sheet's own,
/// so that a table's `rows` and `columns` reach from A1 to the last used cell. Throws Error where the file is no
/// readable workbook.
TableSet read_xlsx(const Input& input, const ReadOptions& options);

}  // namespace torimatome::parsers
