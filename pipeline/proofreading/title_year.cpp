#include <fmt/format.h>

#include "model/language.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "text/era_date.hpp"
#include "text/pattern.hpp"

namespace torimatome::pipeline {

Findings check_title_year(const Document& document, const Form& form) {
    if (!document.year || document.title.empty()) return {};
    for (const std::string& source : form.title_patterns) {
        const auto match = text::Pattern(source).match(document.title);
        if (!match || !match->year) continue;
        if (*match->year == *document.year) return {};
        Finding finding;
        finding.code = "title.year-differs";
        finding.severity = Severity::warning;
        const std::string title_year = text::fiscal_year_text(*match->year);
        const std::string year = text::fiscal_year_text(*document.year);
        finding.message =
            tell(fmt::format("題名は{}ですが、表の見出しは{}です。題名：「{}」", title_year, year, document.title),
                 fmt::format("The title says {}, the headings of the table say {}. Title: \"{}\"", title_year, year,
                             document.title));
        finding.hint = tell("どちらの年度が正しいか確かめてください。", "Please check which year is right.");
        return {finding};
    }
    return {};
}

}  // namespace torimatome::pipeline
