#include "pipeline/consolidation/roster.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "model/language.hpp"
#include "pipeline/consolidation/record_key.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

constexpr std::array<std::string_view, 9> kDepartmentHeadings = {"部署", "部課", "部署名", "担当部",    "担当課",
                                                                 "課名", "所属", "所属名", "department"};

std::optional<int> department_column(const Table& table) {
    for (const Cell& cell : table.cells) {
        if (cell.row != 1) break;
        const std::string key = text::compare_key(cell.text());
        if (std::find(kDepartmentHeadings.begin(), kDepartmentHeadings.end(), key) != kDepartmentHeadings.end()) {
            return cell.column;
        }
    }
    return std::nullopt;
}

// The departments, by official name, that answered with one input.
std::set<std::string> answering(const std::string& file, const Document& document, const RecordComparison& comparison) {
    std::map<std::string, int> named;
    std::set<std::string> alone;
    for (const Record& record : document.records) {
        if (record.source.file != file) continue;
        const std::vector<std::string> departments = comparison.key_of(record).departments;
        if (departments.size() == 1) alone.insert(departments.front());
        for (const std::string& department : departments) ++named[department];
    }
    int most = 0;
    for (const auto& entry : named) most = std::max(most, entry.second);
    for (const auto& [department, count] : named) {
        if (count == most) alone.insert(department);
    }
    return alone;
}

bool names_department(const std::string& file, const std::string& department, const Organisations& organisations) {
    const std::string file_key = text::compare_key(file);
    const std::string key = text::compare_key(department);
    if (file_key.find(key) != std::string::npos) return true;
    for (const Organisation& organisation : organisations.departments) {
        if (text::compare_key(organisation.name) != key) continue;
        for (const std::string& alias : organisation.aliases) {
            if (file_key.find(text::compare_key(alias)) != std::string::npos) return true;
        }
    }
    return false;
}

bool was_received(const Submission& submission) { return submission.state != SubmissionState::missing; }

}  // namespace

std::vector<RosterEntry> read_roster(const TableSet& tables) {
    std::vector<RosterEntry> roster;
    if (!tables.tables.empty()) {
        const Table& table = tables.tables.front();
        const std::optional<int> headed = department_column(table);
        const int column = headed.value_or(1);
        std::map<int, RosterEntry> rows;
        for (const Cell& cell : table.cells) {
            if (headed && cell.row == 1) continue;
            RosterEntry& entry = rows[cell.row];
            if (cell.column == column) {
                entry.department = cell.text();
            } else {
                entry.contact += (entry.contact.empty() ? "" : " ") + cell.text();
            }
        }
        for (auto& row : rows) {
            if (!row.second.department.empty()) roster.push_back(std::move(row.second));
        }
    }
    if (!roster.empty()) return roster;
    Finding finding;
    finding.code = "roster.empty";
    finding.severity = Severity::error;
    finding.source.file = tables.source.file;
    finding.message = tell(fmt::format("名簿「{}」に部署が1つもありません。", tables.source.file),
                           fmt::format("The roster \"{}\" names no department.", tables.source.file));
    finding.hint = tell("1行目に「部署」の見出しがあるCSVを指定してください。",
                        "Please give a CSV whose first row has the heading 部署.");
    throw Error(std::move(finding));
}

void report_missing(const std::vector<RosterEntry>& roster, const Organisations& organisations, const Form& form,
                    std::vector<Submission>& submissions, Document& document) {
    const RecordComparison comparison(form, organisations);
    std::set<std::string> answered;
    for (const Submission& submission : submissions) {
        answered.merge(answering(submission.source.file, document, comparison));
    }
    std::vector<Submission> missing;
    for (const RosterEntry& entry : roster) {
        const bool named = std::any_of(submissions.begin(), submissions.end(), [&](const Submission& submission) {
            return was_received(submission) &&
                   (names_department(submission.source.file, entry.department, organisations) ||
                    comparison.department_key(submission.sender) == comparison.department_key(entry.department));
        });
        if (named || answered.contains(comparison.department_key(entry.department))) continue;
        Submission& submission = missing.emplace_back();
        submission.sender = entry.department;
        submission.state = SubmissionState::missing;
        submission.remark = entry.contact.empty()
                                ? tell("未提出です。", "Not submitted.")
                                : tell("未提出です。連絡先：", "Not submitted. Contact: ") + entry.contact;
        Finding finding;
        finding.code = "submission.missing";
        finding.message = tell(fmt::format("「{}」から提出がありません。", entry.department),
                               fmt::format("\"{}\" has not submitted.", entry.department));
        finding.hint = tell("提出を確かめてください。", "Please ask for the submission.") +
                       (entry.contact.empty() ? "" : tell("連絡先：", " Contact: ") + entry.contact);
        document.findings.push_back(std::move(finding));
    }
    submissions.insert(submissions.end(), missing.begin(), missing.end());
}

}  // namespace torimatome::pipeline
