#include "pipeline/round/form_years.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "model/language.hpp"
#include "text/era_date.hpp"

namespace torimatome::pipeline {

namespace {

bool answers_form(const CheckedInput& input) {
    return input.document && !input.document->department.empty() && input.document->year;
}

std::optional<int> year_of_most(const std::vector<CheckedInput>& inputs) {
    std::map<int, int> counts;
    for (const CheckedInput& input : inputs) {
        if (answers_form(input)) ++counts[*input.document->year];
    }
    std::optional<int> year;
    for (const auto& [each, count] : counts) {
        if (!year || count >= counts[*year]) year = each;
    }
    return year;
}

}  // namespace

void report_forms_of_other_years(std::optional<int> year, std::vector<CheckedInput>& inputs) {
    if (!year) year = year_of_most(inputs);
    if (!year) return;
    for (CheckedInput& input : inputs) {
        if (!answers_form(input) || input.document->year == year) continue;
        const int other = *input.document->year;
        Finding finding;
        finding.code = "form.other-year";
        finding.message = tell(fmt::format("{}の様式に記入されています（今回は{}です）。",
                                           text::fiscal_year_text(other), text::fiscal_year_text(*year)),
                               fmt::format("The form is of fiscal year {}; this round is of {}.", other, *year));
        finding.hint =
            tell("今年度の様式で提出し直してもらってください。", "Please ask for an answer on this year's form.");
        // Said already where the inputs were held against each other, less plainly.
        std::erase_if(input.findings, [](const Finding& each) { return each.code == "submission.year-differs"; });
        input.findings.push_back(std::move(finding));
    }
}

}  // namespace torimatome::pipeline
