// 新旧対照表 in the form that Japanese administration uses, 見え消し and 溶け込み.
#pragma once

#include <string>
#include <unordered_map>

#include "writers/comparison_workbook/comparison_view.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Writes the table of old and new: changed parts underlined on both sides. `places` gets the cell of each record.
/// Findings tell what could not be marked.
void write_old_new_sheet(Workbook& workbook, const Sheet& sheet, const ComparisonWorkbook& book,
                         const ComparisonView& view, std::unordered_map<std::string, std::string>& places,
                         Findings& findings);

/// Writes the changed fields in one text: removed words struck through and inserted ones underlined (`tracked`), or the
/// new text alone.
void write_merged_text_sheet(Workbook& workbook, const Sheet& sheet, const ComparisonWorkbook& book,
                             const ComparisonView& view, bool tracked, Findings& findings);

}  // namespace torimatome::writers
