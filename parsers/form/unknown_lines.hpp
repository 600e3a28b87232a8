// Lines of a kind that the form does not know: a tag of the row above, the document's title, or else unplaced text.
#pragma once

#include "parsers/form/document_draft.hpp"

namespace torimatome::parsers {

/// Reads 「【再掲】」 alone below a row: it is of one of the row's texts, of the last one if nothing speaks for
/// another. Gives whether `line` is that, directly below the last record. Finding: "row.ambiguous".
bool take_reprint_mark(const LooseText& line, DocumentDraft& draft);

/// Once all records are read: where no line was like the form's title, the first unknown line that stands before them
/// and may be one is the title. The other unknown lines are unplaced. Finding: "row.text-unplaced".
void settle_unknown_lines(DocumentDraft& draft);

}  // namespace torimatome::parsers
