// The lists of a comparison's workbook: 計画と実績, 区分の推移, 追加・削除・移動, 表記のみ, 題目の対応, 要確認, 対応表.
#pragma once

#include <vector>

#include "writers/comparison_workbook/comparison_view.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

using Views = std::vector<ComparisonView>;

/// Plans beside the results that answer them, with the sentences that nothing answers.
void write_plan_sheet(Workbook& workbook, const Sheet& sheet, const Views& views);
/// Every measure × every year, and how its category moved.
void write_trend_sheet(Workbook& workbook, const Sheet& sheet, const ComparisonWorkbook& book);
/// Records that were added, removed, moved, split or merged.
void write_moves_sheet(Workbook& workbook, const Sheet& sheet, const Views& views, const PairPlaces& places);
/// Fields of which nothing but the notation changed.
void write_notation_sheet(Workbook& workbook, const Sheet& sheet, const Views& views, const PairPlaces& places);
/// For documents of different forms: each item and what the other says of it.
void write_topics_sheet(Workbook& workbook, const Sheet& sheet, const Views& views);
/// What a person should look at, worst first; `more` is about the writing itself.
void write_doubts_sheet(Workbook& workbook, const Sheet& sheet, const Views& views, const PairPlaces& places,
                        const Findings& more);
/// The pairs, to be corrected and read again with --pairs.
void write_pair_sheet(Workbook& workbook, const Sheet& sheet, const Views& views);

}  // namespace torimatome::writers
