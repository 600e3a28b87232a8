#include "writers/workbook/print_findings.hpp"

#include "model/language.hpp"

namespace torimatome::writers {

namespace {

Finding finding_for(const Record& record, const std::string& field, const Field* source) {
    Finding finding;
    finding.record = record.id;
    finding.field = field;
    finding.source = source && source->source != SourcePosition{} ? source->source : record.source;
    return finding;
}

}  // namespace

Finding text_split(const Record& record, const std::string& field_id, const Field& field, std::size_t pieces) {
    Finding finding = finding_for(record, field_id, &field);
    finding.code = "output.text-split";
    const std::string count = std::to_string(pieces);
    finding.message =
        tell("文章がセルに入る長さ（32,767字、改行253回）を超えるため、" + count + "つのセルに分けて書きました。",
             "The text is longer than a cell holds (32,767 characters, 253 line breaks), so it was written "
             "into " +
                 count + " cells.");
    finding.hint = tell("この帳票を読み戻すと別の行になります。提出元に分割を依頼してください。",
                        "Read back, it would be separate rows. Ask the author to divide it.");
    return finding;
}

Finding formatting_dropped(const Record& record, const std::string& field_id, const Field& field) {
    Finding finding = finding_for(record, field_id, &field);
    finding.code = "output.formatting-dropped";
    finding.message = tell("書式の切り替えが多すぎるため、下線や色を付けずに文章だけを書きました。",
                           "The formatting changes too often for one cell: the text was written without it.");
    finding.hint = tell("原本で下線や色を確かめてください。", "Look up the formatting in the original.");
    return finding;
}

Finding over_page(const Record& record) {
    Finding finding = finding_for(record, "", nullptr);
    finding.code = "output.record-over-page";
    finding.severity = Severity::note;
    finding.message = tell("1ページに収まらない長さのため、次のページへ続けて印刷されます。",
                           "The record is longer than a page and goes on over the next one.");
    finding.hint = tell("印刷プレビューで、ページの境目の行を確かめてください。",
                        "Look at the lines at the page's edge in the print preview.");
    return finding;
}

Finding text_smaller(const Record& record, const std::string& field_id, const Field& field) {
    Finding finding = finding_for(record, field_id, &field);
    finding.code = "output.text-smaller";
    finding.severity = Severity::note;
    finding.message = tell("1ページに収めるため、この欄の文字を小さくしました。",
                           "The text of this field is set in smaller type, so that it fits a page.");
    finding.hint = tell("読みにくい場合は、文章を短くするよう提出元に相談してください。",
                        "If it is hard to read, ask the author to shorten it.");
    return finding;
}

}  // namespace torimatome::writers
