#include "pipeline/consolidation/heading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/language.hpp"
#include "text/compare_key.hpp"
#include "text/era_date.hpp"

namespace torimatome::pipeline {

namespace {

// The most frequent value that is not empty; of equally frequent ones the first.
template <typename Value>
Value most_frequent(const std::vector<Value>& values, const Value& none) {
    const Value* best = nullptr;
    std::ptrdiff_t best_count = 0;
    for (const Value& value : values) {
        const std::ptrdiff_t count = value == none ? 0 : std::count(values.begin(), values.end(), value);
        if (count <= best_count) continue;
        best = &value;
        best_count = count;
    }
    return best ? *best : none;
}

using Documents = std::vector<const Document*>;

Documents documents_of(const std::vector<Reading>& readings) {
    Documents documents;
    for (const Reading& reading : readings) {
        if (reading.document) documents.push_back(&*reading.document);
    }
    return documents;
}

template <typename Value>
std::vector<Value> collect(const Documents& documents, Value Document::*member) {
    std::vector<Value> values;
    for (const Document* document : documents) values.push_back(document->*member);
    return values;
}

std::optional<int> choose_year(const std::vector<Reading>& readings, const Document* base) {
    const auto years = collect(documents_of(readings), &Document::year);
    // Most submissions are of the round's year; the base is often last year's document.
    const bool any_year = std::any_of(years.begin(), years.end(), [](const auto& year) { return year.has_value(); });
    if (!any_year && base) return base->year;
    return most_frequent<std::optional<int>>(years, std::nullopt);
}

void report_year(const Reading& reading, int year, Findings& findings) {
    const int other = *reading.document->year;
    Finding finding;
    finding.code = "submission.year-differs";
    finding.severity = Severity::warning;
    finding.source.file = reading.file;
    finding.message = tell(
        fmt::format("「{}」は{}の資料で、取りまとめる{}と違います。今年度の回答がない取組だけを取り込んでいます。",
                    reading.file, text::fiscal_year_text(other), text::fiscal_year_text(year)),
        fmt::format("\"{}\" is of fiscal year {}, not {}. Only records that have no answer of this year were taken.",
                    reading.file, other, year));
    finding.hint =
        tell("古い資料が混ざっていないか確かめてください。", "Please check whether an old document slipped in.");
    findings.push_back(std::move(finding));
}

void report_title(const Reading& reading, const std::string& title, Findings& findings) {
    Finding finding;
    finding.code = "submission.title-differs";
    finding.severity = Severity::note;
    finding.source.file = reading.file;
    finding.message = tell(fmt::format("「{}」の題名は「{}」です。取りまとめでは「{}」を使っています。", reading.file,
                                       reading.document->title, title),
                           fmt::format("The title of \"{}\" is \"{}\"; the consolidation has \"{}\".", reading.file,
                                       reading.document->title, title));
    findings.push_back(std::move(finding));
}

}  // namespace

std::string choose_form(const std::vector<Reading>& readings, const Document* base) {
    if (base) return base->form;
    return most_frequent<std::string>(collect(documents_of(readings), &Document::form), {});
}

void choose_heading(const std::vector<Reading>& readings, const Document* base, Document& document) {
    document.year = choose_year(readings, base);
    if (base && (!base->year || base->year == document.year)) {
        document.title = base->title;
        document.label = base->label;
    }
    Documents of_year = documents_of(readings);
    std::erase_if(of_year, [&](const Document* each) { return each->year != document.year; });
    if (document.title.empty()) document.title = most_frequent<std::string>(collect(of_year, &Document::title), {});
    if (document.label.empty()) document.label = most_frequent<std::string>(collect(of_year, &Document::label), {});
    for (const Reading& reading : readings) {
        if (!reading.document) continue;
        const Document& each = *reading.document;
        if (each.year && document.year && each.year != document.year) {
            report_year(reading, *document.year, document.findings);
            continue;
        }
        const bool same = text::compare_key(each.title) == text::compare_key(document.title);
        if (!each.title.empty() && !same) report_title(reading, document.title, document.findings);
    }
}

}  // namespace torimatome::pipeline
