#include "parsers/form/unknown_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/reprint_mark.hpp"
#include "parsers/form/title_choice.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

void report_reprint_mark(const LooseText& line, const Record& record, const std::string& field, Findings& findings) {
    Finding finding;
    finding.code = "row.ambiguous";
    finding.record = record.id;
    finding.field = field;
    finding.source = line.source;
    finding.message =
        tell(fmt::format("行の下の「{}」を、行の最後の文のものとして読みましたが、ほかの欄のものかもしれません。",
                         line.text),
             fmt::format("\"{}\" below the row was taken for its last text's but may be another's.", line.text));
    finding.hint = tell("元の資料で欄を確かめてください。", "Please check the column in the original.");
    findings.push_back(std::move(finding));
}

// A piece of a row may be of the row above it or of the one below.
void report_among_rows(const LooseText& line, std::size_t below, const std::vector<RowPlace>& places,
                       Document& document) {
    const std::vector<Record>& records = document.records;
    if (places.size() != records.size()) return;
    if (below > 0) report_unplaced(line, records[below - 1], document.findings);
    const bool touches = below < places.size() && records[below].source.line == line.source.line + 1;
    if (touches) report_unplaced(line, records[below], document.findings);
    if (below == 0 && !touches) report_unplaced(line, {}, document.findings);
}

}  // namespace

bool take_reprint_mark(const LooseText& line, DocumentDraft& draft) {
    Document& document = draft.document;
    if (document.records.empty() || !is_reprint_mark(line.text, draft.form)) return false;
    Record& record = document.records.back();
    const auto last = std::find_if(record.fields.rbegin(), record.fields.rend(), [&](const auto& field) {
        const FieldSpec* spec = draft.form.find_field(field.first);
        return spec && spec->kind == FieldKind::prose && !field.second.inherited;
    });
    if (record.source.line + 1 != line.source.line || last == record.fields.rend()) return false;
    RawRow rest;
    rest.fields.push_back({draft.form.find_field(last->first), last->first, line.text});
    report_reprint_mark(line, record, last->first, document.findings);
    draft.assembly.continue_record(rest, record);
    draft.ledger.records += text::count_non_space(line.text);
    return true;
}

void settle_unknown_lines(DocumentDraft& draft) {
    Document& document = draft.document;
    bool chosen = false;
    for (auto& [line, among_rows, below] : draft.unknown_lines) {
        const bool title = document.title.empty() && !chosen && may_be_title(line, document.records);
        if (title) {
            document.title = line.text;
            chosen = true;
            draft.ledger.headings += text::count_non_space(line.text);
        } else if (text::compare_key(line.text) == text::compare_key(document.title)) {
            draft.ledger.furniture += text::count_non_space(line.text);
        } else {
            if (among_rows) report_among_rows(line, below, draft.places, document);
            add_unplaced(std::move(line), draft);
        }
    }
    draft.unknown_lines.clear();
}

}  // namespace torimatome::parsers
