#include "pipeline/consolidate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/language.hpp"
#include "pipeline/consolidation/heading.hpp"
#include "pipeline/consolidation/membership.hpp"
#include "pipeline/consolidation/record_order.hpp"
#include "pipeline/consolidation/section_merge.hpp"
#include "pipeline/consolidation/shared_cells.hpp"
#include "pipeline/consolidation/submissions.hpp"
#include "pipeline/consolidation/twin_findings.hpp"
#include "pipeline/consolidation/twins.hpp"
#include "pipeline/consolidation/versions.hpp"

namespace torimatome::pipeline {

namespace {

Error nothing_read() {
    Finding finding;
    finding.code = "consolidation.nothing-read";
    finding.severity = Severity::error;
    finding.message = tell("読み取れた提出物がないので、取りまとめできません。",
                           "No submission could be read, so there is nothing to consolidate.");
    return Error(std::move(finding));
}

const Form& form_named(const std::string& id, const Mappings& mappings) {
    if (const Form* form = mappings.find_form(id)) return *form;
    Finding finding;
    finding.code = "form.no-such-form";
    finding.severity = Severity::error;
    finding.message = tell(fmt::format("資料の様式「{}」の定義がありません。", id),
                           fmt::format("There is no mapping for the documents' form \"{}\".", id));
    finding.hint = tell("--mappings でその様式の定義があるフォルダーを指定してください。",
                        "Please name the folder that has it with --mappings.");
    throw Error(std::move(finding));
}

void name_file(const std::string& file, Record& record) {
    record.source.file = file;
    for (auto& [id, field] : record.fields) {
        if (!(field.source == SourcePosition{})) field.source.file = file;
    }
}

// The records of all readings, moved out of their documents.
std::vector<Entry> gather(std::vector<Reading>& readings, const RecordComparison& comparison) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (!readings[i].document) continue;
        for (Record& record : readings[i].document->records) {
            Entry& entry = entries.emplace_back();
            entry.key = comparison.key_of(record);
            entry.record = std::move(record);
            entry.reading = i;
            entry.answer_group = entries.size() - 1;
            name_file(readings[i].file, entry.record);
        }
    }
    return entries;
}

Base leading_records(const Document* base, const RecordComparison& comparison) {
    Base leading;
    if (base) leading.records = base->records;
    for (const Record& record : leading.records) leading.keys.push_back(comparison.key_of(record));
    return leading;
}

// The new id of each entry, doubles included: each path counts from 1.
std::vector<std::string> number_anew(const std::vector<std::size_t>& order, const std::vector<Entry>& entries) {
    std::map<std::string, int> counts;
    std::vector<std::string> ids(entries.size());
    for (const std::size_t i : order) {
        const std::string& path = entries[i].key.path;
        const int number = ++counts[path];
        ids[i] = path.empty() ? std::to_string(number) : fmt::format("{}-{}", path, number);
        for (const std::size_t twin : entries[i].doubles) ids[twin] = ids[i];
    }
    return ids;
}

// The findings and loose texts of one document, with its file's name and the new ids of its records.
void take_findings(const Reading& reading, const std::map<std::string, std::string>& new_ids, Document& document) {
    for (Finding finding : reading.document->findings) {
        finding.source.file = reading.file;
        const auto found = new_ids.find(finding.record);
        if (found != new_ids.end()) finding.record = found->second;
        document.findings.push_back(std::move(finding));
    }
    for (LooseText loose : reading.document->unplaced) {
        loose.source.file = reading.file;
        document.unplaced.push_back(std::move(loose));
    }
}

void take_all_findings(const std::vector<Reading>& readings, const std::vector<Entry>& entries,
                       const std::vector<std::string>& ids, Document& document) {
    std::vector<std::map<std::string, std::string>> new_ids(readings.size());
    for (std::size_t i = 0; i < entries.size(); ++i) new_ids[entries[i].reading][entries[i].record.id] = ids[i];
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (readings[i].document) take_findings(readings[i], new_ids[i], document);
    }
}

// The base leads with its order; its titles count only where it is of the year of the consolidation.
void merge_all_sections(const std::vector<Reading>& readings, const Document* base, const Form& form,
                        Document& document) {
    const bool base_counts = base && (!base->year || base->year == document.year);
    if (base_counts) document.sections = base->sections;
    for (const Reading& reading : readings) {
        if (!reading.document) continue;
        merge_sections(*reading.document, reading.file, form.section.item_style, document.sections, document.findings);
    }
}

// The base has the measure and no submission answers it: it has ended, or somebody did not send it.
void report_unanswered(const Document& base, const Record& record, const Form& form, Findings& findings) {
    const auto departments = std::find_if(record.fields.begin(), record.fields.end(), [&](const auto& field) {
        const FieldSpec* spec = form.find_field(field.first);
        return spec && spec->kind == FieldKind::departments;
    });
    std::string names;
    if (departments != record.fields.end()) {
        for (const std::string& name : departments->second.values)
            names += (names.empty() ? "" : tell("、", ", ")) + name;
    }
    Finding finding;
    finding.code = "record.not-answered";
    finding.severity = Severity::warning;
    finding.source = record.source;
    finding.source.file = base.source.file;
    finding.message = tell(fmt::format("基準の資料「{}」にある取組 {}（担当: {}）に当たるものが、提出物にありません。",
                                       base.source.file, record.id, names),
                           fmt::format("No submission has the measure {} of the base \"{}\" (departments: {}).",
                                       record.id, base.source.file, names));
    finding.hint = tell("終わった取組か、まだ提出されていないかを確かめてください。",
                        "Please check whether it has ended or was not submitted.");
    findings.push_back(std::move(finding));
}

std::string newest_date(const std::vector<Submission>& submissions) {
    std::string newest;
    for (const Submission& submission : submissions) newest = std::max(newest, submission.source.date);
    return newest;
}

}  // namespace

Consolidation consolidate(std::vector<Reading> readings, const Document* base, const Mappings& mappings) {
    const bool any = std::any_of(readings.begin(), readings.end(), [](const Reading& each) { return each.document; });
    if (!any) throw nothing_read();
    Consolidation result;
    Document& document = result.document;
    document.form = choose_form(readings, base);
    const Form& form = form_named(document.form, mappings);

    const RecordComparison comparison(form, mappings.organisations);
    result.submissions = list_submissions(readings, document.form, mappings, document.findings);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (result.submissions[i].state != SubmissionState::taken) readings[i].document.reset();
    }
    document.source.date = newest_date(result.submissions);
    choose_heading(readings, base, document);
    drop_answered_of_other_years(readings, document.year, comparison, result.submissions);
    report_rows_of_others(readings, result.submissions, comparison);
    supersede_older_versions(readings, comparison, result.submissions, document.findings);
    merge_all_sections(readings, base, form, document);

    std::vector<Entry> entries = gather(readings, comparison);
    const Base leading = leading_records(base, comparison);
    find_twins(entries, leading.keys);
    const PlanOrder order = plan_order(entries, document.sections, leading, form);
    const std::vector<std::string> ids = number_anew(order.entries, entries);
    take_all_findings(readings, entries, ids, document);
    add_twin_findings(entries, order.entries, ids, form, document);
    if (base) report_added(order, entries, ids, base->source.file, document.findings);
    for (const std::size_t i : order.unanswered) report_unanswered(*base, leading.records[i], form, document.findings);
    for (const std::size_t i : order.entries) {
        entries[i].record.id = ids[i];
        document.records.push_back(std::move(entries[i].record));
    }
    share_cells(form, document.records);
    return result;
}

}  // namespace torimatome::pipeline
