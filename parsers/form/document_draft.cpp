#include "parsers/form/document_draft.hpp"

#include <fmt/format.h>

#include <utility>

#include "model/language.hpp"
#include "parsers/form/input_account.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

void report_doubts(const std::vector<RowDoubt>& doubts, const Record& record, const SourcePosition& source,
                   Findings& findings) {
    for (const RowDoubt& doubt : doubts) {
        Finding finding;
        finding.code = doubt.code;
        finding.severity = doubt.severity;
        finding.record = record.id;
        finding.field = doubt.field;
        finding.message = doubt.message;
        finding.hint = doubt.hint;
        finding.source = source;
        findings.push_back(std::move(finding));
    }
}

}  // namespace

DocumentDraft::DocumentDraft(const Form& form_read_by, const Mappings& mappings)
    : form(form_read_by), assembly(form_read_by, mappings) {}

Record& add_record(RawRow row, const std::vector<RowDoubt>& doubts, DocumentDraft& draft) {
    Document& document = draft.document;
    draft.ledger.records += characters_of(row);
    const SourcePosition source = row.source;
    document.records.push_back(draft.assembly.add(std::move(row), document.findings));
    report_doubts(doubts, document.records.back(), source, document.findings);
    return document.records.back();
}

void join_record_above(const RawRow& row, DocumentDraft& draft) {
    draft.ledger.records += characters_of(row);
    Record& record = draft.document.records.back();
    draft.assembly.continue_record(row, record);
    Finding finding;
    finding.code = "row.joined";
    finding.severity = Severity::note;
    finding.record = record.id;
    finding.source = row.source;
    finding.message = tell("罫線のない次の行を、上の行の続きとして読みました。",
                           "The next row, which no rule separates, was read as part of the row above.");
    draft.document.findings.push_back(std::move(finding));
}

void add_unplaced(LooseText text, DocumentDraft& draft) {
    draft.ledger.unplaced += text::count_non_space(text.text);
    draft.document.unplaced.push_back(std::move(text));
}

void add_unplaced_of_row(LooseText text, DocumentDraft& draft) {
    report_unplaced(text, draft.document.records.back(), draft.document.findings);
    add_unplaced(std::move(text), draft);
}

void report_unplaced(const LooseText& text, const Record& record, Findings& findings) {
    Finding finding;
    finding.code = "row.text-unplaced";
    finding.record = record.id;
    finding.source = text.source;
    finding.message = tell(fmt::format("「{}」は、どの欄のものか決められませんでした。", text.text),
                           fmt::format("\"{}\" could not be placed in any field.", text.text));
    finding.hint = tell("元の資料で欄を確かめてください。", "Please check the column in the original.");
    findings.push_back(std::move(finding));
}

}  // namespace torimatome::parsers
