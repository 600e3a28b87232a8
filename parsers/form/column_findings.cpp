#include "parsers/form/column_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/language.hpp"

namespace torimatome::parsers {

namespace {

bool is_column_of(const std::optional<RoundForm>& asked, const std::string& heading) {
    return asked && std::find(asked->columns.begin(), asked->columns.end(), heading) != asked->columns.end();
}

void add_finding(Findings& findings, const std::string& code, Severity severity, const SourcePosition& source,
                 std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    finding.source = source;
    findings.push_back(std::move(finding));
}

void report_missing(const Header& header, const Form& form, ReportedColumns& reported, Findings& findings) {
    for (const ColumnSpec& column : form.columns) {
        const bool found = std::any_of(header.columns.begin(), header.columns.end(),
                                       [&](const LaidColumn& laid) { return laid.spec == &column; });
        if (found || column.optional || !reported.insert("missing " + column.heading).second) continue;
        add_finding(findings, "column.missing", Severity::error, header.columns.front().source,
                    tell(fmt::format("「{}」の列が見つかりません。", column.heading),
                         fmt::format("The column \"{}\" is missing.", column.heading)),
                    tell("様式の見出しを変えていないか確かめてください。",
                         "Please check whether the form's headings were changed."));
    }
}

void report_added(const Header& header, const std::optional<RoundForm>& asked, ReportedColumns& reported,
                  Findings& findings) {
    for (const LaidColumn& laid : header.columns) {
        if (!laid.spec && !asked && laid.heading.starts_with("【参考】") && reported.insert("marks").second) {
            add_finding(findings, "form.marks-lost", Severity::warning, laid.source,
                        tell("配布した様式のようですが、照合用の番号がありません。書き写したもののようです。",
                             "This looks like a form that went out, but its hidden ids are gone."),
                        tell("配布した様式に直接記入して提出し直してもらうか、内容を確かめてください。",
                             "Please ask for the form itself, or check the answer with care."));
        }
        if (laid.spec || is_column_of(asked, laid.heading) || !reported.insert("added " + laid.heading).second)
            continue;
        add_finding(
            findings, "column.added", Severity::warning, laid.source,
            tell(fmt::format("様式にない列「{}」があります。内容はそのまま残しました。", laid.heading),
                 fmt::format("There is a column \"{}\" that the form does not have; it was kept.", laid.heading)),
            tell("取りまとめに要る内容か確かめてください。", "Please check whether it is needed."));
    }
}

}  // namespace

void report_columns(const Header& header, const Form& form, const std::optional<RoundForm>& asked,
                    ReportedColumns& reported, Findings& findings) {
    report_missing(header, form, reported, findings);
    report_added(header, asked, reported, findings);
}

}  // namespace torimatome::parsers
