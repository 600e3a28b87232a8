#include "writers/workbook/findings_sheet.hpp"

#include <algorithm>

#include "writers/workbook/headings.hpp"
#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/source_words.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

constexpr lxw_color_t kTabColor = 0xC55A11;  ///< so that nobody overlooks that there is something to do

const char* severity_name(Severity severity) {
    switch (severity) {
        case Severity::error: return "要対応";
        case Severity::warning: return "要確認";
        case Severity::note: return "参考";
    }
    return "";
}

/// Worst first; findings of one severity stay in the document's order.
std::vector<const Finding*> worst_first(const Findings& findings) {
    std::vector<const Finding*> sorted;
    for (const Finding& finding : findings) sorted.push_back(&finding);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    return sorted;
}

std::string link_to(const RecordPlaces& places, const std::string& record) {
    const auto found = places.find(record);
    return found == places.end() ? std::string() : found->second;
}

}  // namespace

void write_findings_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book,
                          const Findings& findings, const RecordPlaces& places) {
    std::vector<ListColumn> columns = {
        {"番号", Kind::number, 7}, {"重要度", Kind::code, 10}, {"取組", Kind::text, 14},     {"欄", Kind::text, 22},
        {"内容", Kind::text, 52},  {"対処", Kind::text, 36},   {"ファイル", Kind::text, 20}, {"位置", Kind::text, 16},
        {"種類", Kind::text, 18},  {"対応", Kind::text, 24},   {"確認者", Kind::text, 12}};
    const std::vector<const Finding*> sorted = worst_first(findings);
    for (const std::string& heading : field_headings(book.form, book.document.year)) {
        widen(columns[3].width, heading, 40);
    }
    for (const Finding* finding : sorted) {
        widen(columns[2].width, finding->record, 30);
        widen(columns[6].width, source_file(book.document, finding->source), 40);
        widen(columns[7].width, source_place(finding->source), 30);
        widen(columns[8].width, finding->code, 32);
    }
    if (!sorted.empty() && sorted.front()->severity != Severity::note) {
        worksheet_set_tab_color(sheet.handle, kTabColor);
    }
    ListSheet list(workbook, sheet, columns);
    int number = 0;
    for (const Finding* finding : sorted) {
        list.add(++number);
        list.add(severity_name(finding->severity));
        list.add_link(link_to(places, finding->record), finding->record);
        list.add(finding->field.empty() ? "" : field_heading(book.form, finding->field, book.document.year));
        list.add(finding->message);
        list.add(finding->hint);
        list.add(source_file(book.document, finding->source));
        list.add(source_place(finding->source));
        list.add(finding->code);
        list.add(std::string());
        list.add(std::string());
        list.end_row();
    }
    list.finish();
}

}  // namespace torimatome::writers
