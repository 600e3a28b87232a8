// The records of an answered form of ours, matched with what it asked.
#pragma once

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/round.hpp"

namespace torimatome::parsers {

/// Matches the records of `document` with the records that `asked` asked about: by the id that their row carries, then
/// by their locked texts. `Record::asked` holds the text of the row's mark before, and the id of the asked record (or
/// nothing) after. Matched records take that id, their section and their place among the others; nothing that was typed
/// is dropped, but for rows copied without a change. Findings: "form.row-copied", "form.row-added",
/// "form.row-of-others", "form.row-dropped", "form.row-id-lost", "form.rows-moved", "form.sheet-renamed",
/// "form.locked-changed", "form.locked-notation", "form.answer-missing", "form.not-filled-in",
/// "form.hidden-sheet-lost", "form.old-form".
void match_asked_records(const RoundForm& asked, const Form& form, Document& document);

}  // namespace torimatome::parsers
