// The lines of text that one row of an input says, where it is read as lines and not by its columns.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// The lines of a row, none of them blank, with where each stands. A number or mark alone in its cell belongs to the
/// text of the next cell.
std::vector<LooseText> lines_of(const StreamRow& row);

/// Whether the text is nothing but a number or a mark: 「３」「③」「(3)」.
bool is_number_or_mark(const std::string& text);

/// Whether the text is a note to a table: 「※…」「（注）…」.
bool is_note(const std::string& text);

}  // namespace torimatome::parsers
