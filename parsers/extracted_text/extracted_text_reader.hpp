// Text pulled out of a PDF (.txt) to tables: tab rows are table rows, every other line is loose text.
#pragma once

#include "model/table.hpp"
#include "parsers/reader.hpp"

namespace torimatome::parsers {

/// Reads extracted text: runs of lines with tabs become tables (a cell's `column` is its place among the tabs, and
/// `Table::gridded` is false, since such text loses cells); other lines become loose text. HTML remains are undone:
/// <p>, <br> and <li> break lines, <u> underlines, other tags go, entities are decoded. A cell that a tag leaves open
/// goes on over the lines that follow. Throws Error where the bytes are no text.
TableSet read_extracted_text(const Input& input, const ReadOptions& options);

}  // namespace torimatome::parsers
