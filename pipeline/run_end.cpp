#include "pipeline/run_end.hpp"

#include <iostream>

namespace torimatome::pipeline {

void report_failure(const Finding& failure) { std::cerr << error_line(failure) + "\n"; }

void write_summary(const RunCounts& counts, const CommonOptions& options, const std::string& output) {
    if (options.quiet) return;
    std::cerr << summary_line(counts) + (output.empty() ? "" : " " + output) + "\n";
}

ExitStatus exit_status(const RunCounts& counts, bool findings_count) {
    if (counts.unreadable > 0) return ExitStatus::unreadable_input;
    if (findings_count && counts.tally.needs_a_person()) return ExitStatus::findings;
    return ExitStatus::done;
}

}  // namespace torimatome::pipeline
