// Reads the lines outside tables' data: titles, labels, headings of sections and groups, legends, page furniture.
#pragma once

#include "parsers/form/document_draft.hpp"
#include "parsers/form/page_lines.hpp"
#include "parsers/form/page_state.hpp"

namespace torimatome::parsers {

/// Reads one line, told by what it says. `in_body`: it stands below a table's header. Findings: "title.repeat-differs",
/// "label.repeat-differs", "section.repeat-differs" (notes), and those of a tag below a row (unknown_lines.hpp).
void read_outside_line(const LooseText& line, const PageLines& lines, bool in_body, PageState& page,
                       DocumentDraft& draft);

}  // namespace torimatome::parsers
