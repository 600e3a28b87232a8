// How a command that reads inputs ends: its summary and its exit status.
#pragma once

#include "pipeline/command.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/report.hpp"

namespace torimatome::pipeline {

/// Tells one failed input on the standard error.
void report_failure(const Finding& failure);

/// Writes the summary line and `output` (output_words) to the standard error, unless --quiet.
void write_summary(const RunCounts& counts, const CommonOptions& options, const std::string& output);

/// 2 where an input could not be read; 3 where `findings_count` holds and a finding needs a person; else 0.
ExitStatus exit_status(const RunCounts& counts, bool findings_count);

}  // namespace torimatome::pipeline
