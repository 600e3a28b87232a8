// Rows that a submission should not have: those of another department, and those that the base does not know.
#pragma once

#include <string>
#include <vector>

#include "model/submission.hpp"
#include "pipeline/consolidation/reading.hpp"
#include "pipeline/consolidation/record_key.hpp"
#include "pipeline/consolidation/record_order.hpp"
#include "pipeline/consolidation/twins.hpp"

namespace torimatome::pipeline {

/// Tells of the rows that do not name the sender among their departments, in submissions most of whose rows do
/// ("record.of-others", a warning of the reading's document). A submission whose sender is not known is not judged, nor
/// are answers to a form of ours, which knows its rows by itself.
void report_rows_of_others(std::vector<Reading>& readings, const std::vector<Submission>& submissions,
                           const RecordComparison& comparison);

/// Tells of the entries that the base has no row for ("record.added", a note). `base_file` is the base's name; `ids`
/// are the entries' new ids.
void report_added(const PlanOrder& order, const std::vector<Entry>& entries, const std::vector<std::string>& ids,
                  const std::string& base_file, Findings& findings);

}  // namespace torimatome::pipeline
