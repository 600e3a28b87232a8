// The workbook in which one member of the committee evaluates (評価シート): the facts locked, the cells for grade,
// comment and question open; what the grades mean; and what to look at first.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/ballot.hpp"
#include "model/document.hpp"
#include "model/fiscal_year.hpp"
#include "model/form.hpp"
#include "writers/consolidated_workbook.hpp"

namespace torimatome::writers {

/// A measure to look at first, and why.
struct Priority {
    std::string measure;
    std::vector<std::string> reasons;  ///< the gravest first
};

struct ScoreWorkbook {
    /// The columns of the sheet, one field each; those to fill in have the ids "grade", "comment" and "question".
    const Form& form;
    /// One record a measure: its facts by column, with the changed words underlined.
    const Document& document;
    const std::vector<Priority>& priorities;
    std::string due;      ///< as it is to be printed; empty where none was given
    std::string contact;  ///< where to send it
    bool compared = false;
    Paper paper = Paper::a3;
    Date created;
};

/// Writes the workbook to `file` (under a temporary name first). `ballot` goes onto the hidden sheet, with the digests
/// of the workbook's own words added. Throws Error (code "output.failed"). Findings: "output.text-over-row".
Findings write_score_workbook(const ScoreWorkbook& book, BallotForm ballot, const std::filesystem::path& file);

}  // namespace torimatome::writers
