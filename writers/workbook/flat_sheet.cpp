#include "writers/workbook/flat_sheet.hpp"

#include "model/language.hpp"
#include "writers/workbook/flat_columns.hpp"

namespace torimatome::writers {

namespace {

constexpr double kWidestName = 40;

/// Widths from what the columns hold: short ones as wide as their longest entry, long ones so that no row is too tall.
void fit_widths(std::vector<FlatColumn>& columns, const std::vector<Record>& records) {
    for (FlatColumn& flat : columns) {
        const bool prose = flat.column.kind == ListColumn::Kind::text && flat.column.width > kWidestName;
        for (const Record& record : records) {
            const FlatValue value = flat.value(record);
            const std::string* text = std::get_if<std::string>(&value);
            if (!text) continue;
            if (!prose) widen(flat.column.width, *text, kWidestName);
            widen_for_height(flat.column, *text);
        }
    }
}

void add_value(ListSheet& list, const FlatValue& value) {
    if (const int* number = std::get_if<int>(&value)) {
        list.add(*number);
    } else if (const std::string* text = std::get_if<std::string>(&value)) {
        list.add(*text);
    } else {
        list.add(std::string());
    }
}

Finding not_all_seen(const Record& record) {
    Finding finding;
    finding.code = "output.row-too-tall";
    finding.severity = Severity::note;
    finding.record = record.id;
    finding.source = record.source;
    finding.message = tell("文章が長いため、シート「一覧」ではセルの終わりまで表示されません。",
                           "The text is so long that the sheet 「一覧」 does not show the end of its cell.");
    finding.hint = tell("全文は印刷用のシートで確かめてください。", "Read the whole text on the print sheet.");
    return finding;
}

}  // namespace

void write_flat_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book, Findings& findings) {
    std::vector<FlatColumn> columns = flat_columns(book.document, book.form);
    fit_widths(columns, book.document.records);
    std::vector<ListColumn> headings;
    for (const FlatColumn& flat : columns) headings.push_back(flat.column);
    ListSheet list(workbook, sheet, headings);
    for (const Record& record : book.document.records) {
        for (const FlatColumn& flat : columns) add_value(list, flat.value(record));
        if (!list.end_row()) findings.push_back(not_all_seen(record));
    }
    list.finish();
}

}  // namespace torimatome::writers
