// A member's evaluation workbook (評価シート) that came back.
#pragma once

#include <optional>
#include <string>

#include "model/ballot.hpp"
#include "model/table.hpp"

namespace torimatome::parsers {

/// What the workbook's hidden sheet says; empty where it is gone or the workbook is none of ours.
std::optional<BallotForm> read_ballot_form(const TableSet& tables);

/// Whose workbook it is, by the marks of its other sheets; empty where they say nothing.
std::string member_of_ballot(const TableSet& tables);

/// Reads what the member entered. Rows are known by their hidden id, then by their number; columns by their marks, then
/// by their headings. Whatever was typed elsewhere is in `others`. Findings: "ballot.fact-changed" (warning; a note
/// "ballot.fact-notation" where only the notation differs), "ballot.row-copied", "ballot.row-dropped",
/// "ballot.row-id-lost", "ballot.row-of-others", "ballot.grade-unknown", "ballot.text-elsewhere", "ballot.blank".
Ballot read_ballot(const TableSet& tables, const BallotForm& form);

}  // namespace torimatome::parsers
