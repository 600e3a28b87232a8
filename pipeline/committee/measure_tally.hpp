// Counting: the votes on one measure, and the labels under which members are published.
#pragma once

#include <vector>

#include "model/score_tally.hpp"

namespace torimatome::pipeline {

/// Counts the votes on `measure`. `ballots`: one a member, null where none came back. Of several rows for the measure
/// the first counts.
MeasureTally tally_measure(const Measure& measure, const Scale& scale, const std::vector<const Ballot*>& ballots);

/// Gives each member a label: 「委員A」, 「委員B」. The order is not that of the list, which is public in most cities,
/// but the same in every run.
void label_members(const BallotForm& form, std::vector<MemberReturn>& members);

}  // namespace torimatome::pipeline
