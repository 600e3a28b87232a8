// Older and newer versions of one submission: a department sends 「…最終.xlsx」 and then 「…最終2.xlsx」.
#pragma once

#include <vector>

#include "model/submission.hpp"
#include "pipeline/consolidation/reading.hpp"
#include "pipeline/consolidation/record_key.hpp"

namespace torimatome::pipeline {

/// Marks as `superseded` each taken submission that another one replaces: most of the records of both are the same
/// measures of the same departments, and neither file is named after another department than the other. The newer one
/// is that with the later date inside the file; where the dates are the same or missing, that whose name says so
/// (最終2, 修正, (2)); where neither tells, both stay. Reported are "submission.superseded" (warning),
/// "submission.row-dropped" (warning, a record that only the older one has) and "submission.versions-unclear"
/// (warning).
void supersede_older_versions(const std::vector<Reading>& readings, const RecordComparison& comparison,
                              std::vector<Submission>& submissions, Findings& findings);

/// How late a version a file's name claims to be: 0 for none, more for 修正, 最終, and for a number behind.
int version_rank(const std::string& file);

}  // namespace torimatome::pipeline
