// HTML remains in extracted text: <p>, <br>, <u>, &nbsp; and the like, undone.
#pragma once

#include <string_view>

#include "model/table.hpp"
#include "parsers/read_options.hpp"

namespace torimatome::parsers {

/// The text of one cell without its tags: <p>, <br>, <li>, <ul> and <div> break lines, <u>, <b>, <strong>, <i>, <em>
/// and Markdown's ** become runs, <s>, <del> and <strike> are struck text; entities are decoded; runs of spaces become
/// one. A "<" that starts no HTML tag stays.
CellText parse_markup(std::string_view source, StruckText struck);

/// Whether `line` closes an HTML tag that it does not open: it goes on with a cell of the line above.
bool closes_open_tag(std::string_view line);

}  // namespace torimatome::parsers
