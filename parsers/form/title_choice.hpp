// Which line that the form does not know may be the document's title.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/table.hpp"

namespace torimatome::parsers {

/// Whether a line, of a kind that the form does not know, may be the title: it stands before the first of `records`, is
/// long enough, and reads like one (it names a year, or ends as titles do).
bool may_be_title(const LooseText& line, const std::vector<Record>& records);

}  // namespace torimatome::parsers
