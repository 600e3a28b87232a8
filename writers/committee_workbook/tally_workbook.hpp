// The tally of a committee's evaluation (評価集計): grades by measure and member, comments and questions, and the list
// of opinions that the city answers.
#pragma once

#include <filesystem>

#include "model/fiscal_year.hpp"
#include "model/score_tally.hpp"

namespace torimatome::writers {

struct TallyWorkbook {
    const ScoreTally& tally;
    bool named = true;  ///< for the secretariat; false for publication, where members stand by their labels only
    Date created;
};

/// Writes the book to `file` (under a temporary name first): 評価集計, コメント・質問, 意見と対応; for the secretariat
/// also 記入欄の外 (where there is any), 回収状況 and 指摘. Throws Error (code "output.failed").
void write_tally_workbook(const TallyWorkbook& book, const std::filesystem::path& file);

}  // namespace torimatome::writers
