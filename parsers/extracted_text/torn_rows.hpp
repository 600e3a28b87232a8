// Tab rows that line breaks within their cells tore into several lines.
#pragma once

#include <vector>

#include "model/finding.hpp"
#include "parsers/extracted_text/text_line.hpp"

namespace torimatome::parsers {

/// The lines with torn rows joined, numbered as their first line. A line without tabs that closes a tag of the row
/// above goes on with it; a row with fewer cells than the table's first one and the lines below it are one row where
/// together they have exactly as many, and the break shows that it is within a cell; `findings` notes the latter.
std::vector<TextLine> join_torn_rows(const std::vector<TextLine>& lines, Findings& findings);

}  // namespace torimatome::parsers
