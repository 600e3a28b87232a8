// Older and newer versions of one submission: a department sends 「…最終.xlsx」 and then 「…最終2.xlsx」.
#pragma once

#include <optional>
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
/// The records that the newer one has too are taken out of the older reading; what only the older one has stays.
void supersede_older_versions(std::vector<Reading>& readings, const RecordComparison& comparison,
                              std::vector<Submission>& submissions, Findings& findings);

/// Takes out of submissions of another year than `year` the records that a submission of that year answers too: last
/// year's form, sent by mistake. A submission of which nothing is left is `superseded`.
void drop_answered_of_other_years(std::vector<Reading>& readings, std::optional<int> year,
                                  const RecordComparison& comparison, std::vector<Submission>& submissions);

/// How late a version a file's name claims to be: 0 for none, more for 修正, 最終, and for a number behind.
int version_rank(const std::string& file);

}  // namespace torimatome::pipeline
