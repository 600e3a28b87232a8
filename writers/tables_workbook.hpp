// The tables of an input, typed again into a workbook: spans, widths and line breaks as on the page.
#pragma once

#include <filesystem>

#include "model/fiscal_year.hpp"
#include "model/table.hpp"

namespace torimatome::writers {

/// Writes `tables` to `file`: a sheet a table, with the lines that stand above it on the page; everything on one sheet
/// where the input is plain text. `created` goes into the file's properties. Findings stand on the sheet 「要確認」.
/// Throws Error (code "output.failed").
void write_tables_workbook(const TableSet& tables, const Date& created, const std::filesystem::path& file);

}  // namespace torimatome::writers
