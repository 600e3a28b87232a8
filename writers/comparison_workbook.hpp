// The workbook of a comparison (年度比較): 概要, 新旧対照表, 計画と実績, 区分の推移, 追加・削除・移動, 表記のみ,
// 要確認, 対応表.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/fiscal_year.hpp"
#include "model/form.hpp"
#include "writers/consolidated_workbook.hpp"

namespace torimatome::writers {

/// Where the new text stands in 新旧対照表.
enum class NewSide { left, right };

struct ComparisonWorkbook {
    const std::vector<Document>& documents;  ///< the oldest first
    const ComparisonSeries& series;
    const Mappings& mappings;
    Paper paper = Paper::a3;
    NewSide side = NewSide::left;
    std::string style = "table";  ///< "tracked" adds 見え消し, "clean" 溶け込み, "both" the two
    std::string headings;         ///< "新,旧": the words over the two sides, the new one first; empty: the years
    Date created;
};

/// Writes the workbook to `file` under a temporary name and renames it when it is complete. Throws Error (code
/// "output.failed"). Returns findings about what could not be written as it was.
Findings write_comparison_workbook(const ComparisonWorkbook& book, const std::filesystem::path& file);

}  // namespace torimatome::writers
