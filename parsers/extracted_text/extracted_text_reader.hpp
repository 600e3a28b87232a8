// Text pulled out of a PDF (.txt) to tables: tab rows are table rows, every other line is loose text.
#pragma once

#include "model/table.hpp"
#include "parsers/reader.hpp"

namespace torimatome::parsers {

/// Reads extracted text: runs of lines with tabs become tables (a cell's `column` is its place among the tabs, and
/// `Table::gridded` is false, since such text loses cells; blank cells are held too, because how many a line has is
/// what tells that one was lost); other lines become loose text. HTML remains are undone (parse_markup). Rows
/// that line breaks tore are joined (join_torn_rows), and tables written in Markdown or HTML are tab rows too
/// (undo_table_markup). Throws Error where the bytes are no text.
TableSet read_extracted_text(const Input& input, const ReadOptions& options);

}  // namespace torimatome::parsers
