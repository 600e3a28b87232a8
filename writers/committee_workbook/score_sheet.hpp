// The sheet in which a member evaluates.
#pragma once

#include <map>
#include <string>

#include "writers/committee_workbook/score_workbook.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// The row of each measure, as a link to it: 「'評価シート'!B12」.
using MeasureRows = std::map<std::string, std::string>;

/// Writes one row a measure, sections parted by a line with their title. Digests of the sheet's own words are added to
/// `ballot`.
MeasureRows write_score_sheet(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot,
                              Findings& findings);

/// Notes `text` as the workbook's own.
void note_own_text(const std::string& text, BallotForm& ballot);

/// The mark of each sheet, for a workbook that has lost its hidden one: 「torimatome:ballot|2022|name」.
std::string ballot_mark(const BallotForm& ballot);

}  // namespace torimatome::writers
