// The consolidated workbook (取りまとめ): print sheets a section, 一覧, 集計, 要確認, 提出状況, 出典.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/fiscal_year.hpp"
#include "model/form.hpp"
#include "model/submission.hpp"

namespace torimatome::writers {

enum class Paper { a3, a4 };

struct ConsolidatedWorkbook {
    const Document& document;
    const Form& form;
    const std::vector<Submission>& submissions;
    Paper paper = Paper::a3;
    Date created;  ///< written into the file's properties; from the inputs or SOURCE_DATE_EPOCH, never the clock
};

/// Writes the workbook to `file` under a temporary name and renames it when it is complete. Throws Error (code
/// "output.failed") with the reason; no file is left behind then. The same model gives the same bytes. Returns findings
/// about what could not be written as it was (a control character left out, a text longer than a cell holds).
Findings write_consolidated_workbook(const ConsolidatedWorkbook& book, const std::filesystem::path& file);

}  // namespace torimatome::writers
