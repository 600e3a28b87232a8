#include "parsers/form/fitted_runs.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

// Walks the non-space characters of the runs and tells the run of each.
class RunCursor {
  public:
    explicit RunCursor(const std::vector<TextRun>& runs) : runs_(runs) {}

    // The run of the next non-space character; the last run when there is none.
    std::size_t next() {
        while (run_ < runs_.size()) {
            if (offset_ >= runs_[run_].text.size()) {
                ++run_;
                offset_ = 0;
                continue;
            }
            const text::CodePoint c = text::code_point_at(runs_[run_].text, offset_);
            offset_ += c.length;
            if (!text::is_space(c.value)) return run_;
        }
        return runs_.size() - 1;
    }

  private:
    const std::vector<TextRun>& runs_;
    std::size_t run_ = 0;
    std::size_t offset_ = 0;
};

bool same_format(const TextRun& a, const TextRun& b) {
    return a.bold == b.bold && a.italic == b.italic && a.underline == b.underline && a.color == b.color;
}

}  // namespace

std::vector<TextRun> fit_runs(const std::vector<TextRun>& runs, const std::string& part, std::size_t skipped) {
    if (runs.empty() || part.empty()) return {};
    RunCursor cursor(runs);
    for (std::size_t i = 0; i < skipped; ++i) cursor.next();
    std::vector<TextRun> fitted;
    std::size_t current = runs.size();
    for (std::size_t at = 0; at < part.size();) {
        const text::CodePoint c = text::code_point_at(part, at);
        const std::size_t run = text::is_space(c.value) && current < runs.size() ? current : cursor.next();
        if (run != current && (fitted.empty() || !same_format(fitted.back(), runs[run]))) {
            fitted.push_back(runs[run]);
            fitted.back().text.clear();
        }
        current = run;
        fitted.back().text += part.substr(at, c.length);
        at += c.length;
    }
    const bool plain = std::all_of(fitted.begin(), fitted.end(), [](const TextRun& run) { return run.plain(); });
    if (plain) fitted.clear();
    return fitted;
}

}  // namespace torimatome::parsers
