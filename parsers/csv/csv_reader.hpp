// CSV and TSV to one table.
#pragma once

#include "model/table.hpp"
#include "parsers/reader.hpp"

namespace torimatome::parsers {

/// Whether `bytes` decode to text that is separated by commas, tabs or semicolons.
bool is_csv(std::string_view bytes);

/// Reads separated values in any encoding that text::decode knows (which one is reported where it is not UTF-8). Cells
/// stand where their delimiters say, so the table is gridded; a cell's place is the line on which its record starts.
TableSet read_csv(const Input& input, const ReadOptions& options);

}  // namespace torimatome::parsers
