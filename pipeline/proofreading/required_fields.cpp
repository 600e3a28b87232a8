#include <fmt/format.h>

#include <algorithm>

#include "model/language.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "text/code_points.hpp"
#include "writers/workbook/headings.hpp"

namespace torimatome::pipeline {

namespace {

bool is_told(const Document& document, const std::string& record, const std::string& field) {
    return std::any_of(document.findings.begin(), document.findings.end(), [&](const Finding& finding) {
        return finding.record == record && (finding.field == field || finding.field.empty());
    });
}

Finding empty_field(const Record& record, const FieldSpec& spec, const std::string& name) {
    Finding finding;
    finding.code = "field.empty";
    const bool must_be_there = spec.kind == FieldKind::choice || spec.kind == FieldKind::departments;
    finding.severity = must_be_there ? Severity::warning : Severity::note;
    finding.record = record.id;
    finding.field = spec.id;
    finding.source = record.source;
    finding.message = tell(fmt::format("「{}」が空欄です。", name), fmt::format("\"{}\" is empty.", name));
    finding.hint =
        tell("記入漏れでないか、担当部署に確かめてください。", "Please ask the department whether it was left out.");
    return finding;
}

}  // namespace

Findings check_required_fields(const Document& document, const Form& form) {
    Findings findings;
    for (const Record& record : document.records) {
        for (const ColumnSpec& column : form.columns) {
            for (const FieldSpec& spec : column.fields) {
                if (!spec.required || column.optional || spec.kind == FieldKind::mark) continue;
                const Field* field = record.find(spec.id);
                const bool there = field && text::count_non_space(field->text) > 0;
                if (there || is_told(document, record.id, spec.id)) continue;
                findings.push_back(empty_field(record, spec, writers::field_heading(form, spec.id, document.year)));
            }
        }
    }
    return findings;
}

}  // namespace torimatome::pipeline
