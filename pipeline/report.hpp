// Findings as lines for people.
#pragma once

#include <cstddef>
#include <string>

#include "model/finding.hpp"
#include "pipeline/tally.hpp"

namespace torimatome::pipeline {

/// 要対応, 要確認 or 参考, as the workbooks call them.
std::string severity_word(Severity severity);

/// The line for the standard error: what, where, why, what to do. Where the finding names no file, none is told.
std::string error_line(const Finding& finding);

/// The line of `check` below its input's heading: severity, place in the input, record and field, message, hint, code.
std::string finding_line(const Finding& finding);

/// `text` on one line: line breaks and other control characters become spaces.
std::string on_one_line(std::string text);

/// The summary at the end of a run: 「入力3件（読み取れないもの1件）、取組45件、指摘6件（要対応0・要確認2・参考4）。」
struct RunCounts {
    std::size_t inputs = 0;
    std::size_t unreadable = 0;
    Tally tally;
};
std::string summary_line(const RunCounts& counts);

/// 「出力: 結果.json」; for an empty name, the standard output.
std::string output_words(const std::string& output);

}  // namespace torimatome::pipeline
