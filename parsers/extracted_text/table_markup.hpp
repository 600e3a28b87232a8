// Tables that text extraction writes as Markdown or HTML, as the tab rows that it writes elsewhere.
#pragma once

#include <vector>

#include "parsers/extracted_text/text_line.hpp"

namespace torimatome::parsers {

/// The lines with each row of a Markdown table (| a | b |) and each <tr> of an HTML table as one line of cells between
/// tabs, numbered as the line on which the row starts. Cells that a colspan or rowspan covers are blank; the marks of
/// headings (## …) and the rules below Markdown headers are gone. All other lines are as they were.
std::vector<TextLine> undo_table_markup(std::vector<TextLine> lines);

}  // namespace torimatome::parsers
