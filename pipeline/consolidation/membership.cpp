#include "pipeline/consolidation/membership.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

std::string joined_departments(const Record& record, const RecordKey& key) {
    const auto field = std::find_if(record.fields.begin(), record.fields.end(),
                                    [&](const auto& each) { return each.first == key.departments_field; });
    std::string names;
    if (field == record.fields.end()) return names;
    for (const std::string& name : field->second.values) names += (names.empty() ? "" : tell("、", ", ")) + name;
    return names;
}

Finding of_others(const Record& record, const RecordKey& key, const std::string& sender) {
    Finding finding;
    finding.code = "record.of-others";
    finding.severity = Severity::warning;
    finding.record = record.id;
    finding.field = key.departments_field;
    finding.source = record.source;
    const std::string names = joined_departments(record, key);
    finding.message =
        tell(fmt::format("「{}」の提出物ですが、この取組の担当は「{}」で、提出元が含まれていません。", sender, names),
             fmt::format("\"{}\" sent this, but the measure is \"{}\"'s and does not name the sender.", sender, names));
    finding.hint =
        tell("提出元が回答してよい取組か、担当の書き違いかを確かめてください。内容はそのまま取り込んでいます。",
             "Please check whether the sender may answer it, or the department is a slip. It was taken.");
    return finding;
}

void report_in(Document& document, const std::string& sender, const RecordComparison& comparison) {
    const std::string own = comparison.department_key(sender);
    Findings found;
    std::size_t named = 0;
    std::size_t with_own = 0;
    for (const Record& record : document.records) {
        const RecordKey key = comparison.key_of(record);
        if (!key.asked.empty()) return;
        if (key.departments.empty()) continue;
        ++named;
        if (std::find(key.departments.begin(), key.departments.end(), own) != key.departments.end()) {
            ++with_own;
        } else {
            found.push_back(of_others(record, key, sender));
        }
    }
    // Where the sender is named in a few rows only, the file's name says less than its rows.
    if (2 * with_own <= named) return;
    document.findings.insert(document.findings.end(), found.begin(), found.end());
}

}  // namespace

void report_rows_of_others(std::vector<Reading>& readings, const std::vector<Submission>& submissions,
                           const RecordComparison& comparison) {
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (readings[i].document && !submissions[i].sender.empty()) {
            report_in(*readings[i].document, submissions[i].sender, comparison);
        }
    }
}

void report_added(const PlanOrder& order, const std::vector<Entry>& entries, const std::vector<std::string>& ids,
                  const std::string& base_file, Findings& findings) {
    for (const std::size_t i : order.added) {
        Finding finding;
        finding.code = "record.added";
        finding.severity = Severity::note;
        finding.record = ids[i];
        finding.source = entries[i].record.source;
        finding.message = tell(fmt::format("基準の資料「{}」にない取組です。", base_file),
                               fmt::format("The base \"{}\" does not have this measure.", base_file));
        finding.hint = tell("新しい取組か、行を写し違えたものかを確かめてください。",
                            "Please check whether it is new or was copied by mistake.");
        findings.push_back(std::move(finding));
    }
}

}  // namespace torimatome::pipeline
