// Reads an input in which no table shows the form's header: its lines alone say what they are.
#pragma once

#include <vector>

#include "parsers/form/document_draft.hpp"
#include "parsers/form/input_account.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// Reads the loose lines among `rows` by the line layout of the draft's form; what stands in tables is unplaced.
/// `end`: how the text that they come from ends.
void read_line_records(const std::vector<StreamRow>& rows, const TextEnd& end, const LeftOutTables& left_out,
                       const Mappings& mappings, DocumentDraft& draft);

}  // namespace torimatome::parsers
