// What a document holds that no workbook can: found before anything is written, so that 要確認 can list it.
#pragma once

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// Findings about characters that are left out ("output.character-dropped"), of title, sections, records and unplaced
/// texts, and about fields that the form has no column for ("output.field-unknown").
Findings find_unwritable_text(const Document& document, const Form& form);

}  // namespace torimatome::writers
