// What came in, and what became of it (提出状況).
#pragma once

#include <string>
#include <vector>

#include "model/form.hpp"
#include "model/submission.hpp"
#include "pipeline/consolidation/reading.hpp"

namespace torimatome::pipeline {

/// One submission a reading, in their order. `taken` is the state of those whose records go into the consolidation; the
/// others are unreadable, identical to another one (same bytes, or same records and unplaced text; the one whose name
/// is not a copy's counts, else the first), or of another
/// form than `form`, which counts as unreadable. Findings about the others are added: "submission.unreadable" and
/// "submission.form-differs" (errors), "submission.identical" (note).
std::vector<Submission> list_submissions(const std::vector<Reading>& readings, const std::string& form,
                                         const Mappings& mappings, Findings& findings);

/// The department that sent `file`: the longest of `departments` and of the official and former names that the file's
/// name holds; empty where it holds none.
std::string sender_of(const std::string& file, const std::vector<std::string>& departments,
                      const Organisations& organisations);

}  // namespace torimatome::pipeline
