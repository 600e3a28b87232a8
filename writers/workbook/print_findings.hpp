// What a print sheet could not show as it is.
#pragma once

#include <string>

#include "model/document.hpp"
#include "model/finding.hpp"

namespace torimatome::writers {

/// "output.text-split": longer than a cell holds, in `pieces` cells now.
Finding text_split(const Record& record, const std::string& field_id, const Field& field, std::size_t pieces);
/// "output.formatting-dropped": more changes of formatting than a cell holds.
Finding formatting_dropped(const Record& record, const std::string& field_id, const Field& field);
/// "output.text-smaller" (a note): in smaller type, so that the record fits a page.
Finding text_smaller(const Record& record, const std::string& field_id, const Field& field);
/// "output.record-over-page" (a note): too long for a page even so.
Finding over_page(const Record& record);

}  // namespace torimatome::writers
