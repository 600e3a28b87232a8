// Members' workbooks to one tally.
#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/score_tally.hpp"
#include "model/table.hpp"

namespace torimatome::pipeline {

/// One workbook that came back: its tables, or why there are none.
struct ReturnedBook {
    std::string file;
    std::optional<TableSet> tables;
    std::optional<Finding> failure;
};

/// Tallies the workbooks of one evaluation: that of which most came back. Findings: those of each workbook with its
/// file, "ballot.missing", "ballot.double", "ballot.identical", "ballot.member-unknown", "ballot.other-round",
/// "ballot.hidden-sheet-lost", "ballot.not-a-ballot", "ballot.unreadable". Throws Error "ballot.none" where no workbook
/// is a member's.
ScoreTally tally_ballots(const std::vector<ReturnedBook>& books);

/// The tally with the members' labels in place of their names, in texts too; each text that names a member is a finding
/// "ballot.name-in-text" of `findings`.
ScoreTally anonymised(const ScoreTally& tally, Findings& findings);

}  // namespace torimatome::pipeline
