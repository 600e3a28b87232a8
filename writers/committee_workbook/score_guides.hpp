// The sheets of a member's workbook that are only read: what the grades mean, and what to look at first.
#pragma once

#include "writers/committee_workbook/score_sheet.hpp"
#include "writers/committee_workbook/score_workbook.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

void write_scale_page(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot);

/// The measures to look at first, with a link to the row of each.
void write_priorities(Workbook& workbook, const Sheet& sheet, const ScoreWorkbook& book, BallotForm& ballot,
                      const MeasureRows& rows);

}  // namespace torimatome::writers
