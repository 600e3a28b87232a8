#include "writers/workbook/provenance_sheet.hpp"

#include <memory>
#include <unordered_map>

#include "writers/workbook/cell_text.hpp"
#include "writers/workbook/headings.hpp"
#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/source_words.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;
constexpr std::size_t kExcerpt = 40;  ///< characters of a field's text, enough to know it by

std::vector<ListColumn> columns_for(const Document& document, const Form& form) {
    std::vector<ListColumn> columns = {
        {"取組", Kind::text, 14},     {"欄", Kind::text, 24},   {"内容（先頭）", Kind::text, 2 * kExcerpt + 2},
        {"ファイル", Kind::text, 20}, {"位置", Kind::text, 20}, {"上の行と共通", Kind::code, 16}};
    for (const std::string& heading : field_headings(form, document.year)) widen(columns[1].width, heading, 44);
    for (const Record& record : document.records) {
        widen(columns[0].width, record.id, 30);
        widen(columns[3].width, source_file(document, record.source), 50);
        widen(columns[4].width, source_place(record.source), 40);
    }
    return columns;
}

}  // namespace

void write_provenance_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book) {
    const Document& document = book.document;
    const std::vector<ListColumn> columns = columns_for(document, book.form);
    std::unordered_map<std::string, std::string> headings;
    auto list = std::make_unique<ListSheet>(workbook, sheet, columns);
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) {
            if (list->full()) {
                list->finish();
                const Sheet next = workbook.add_sheet(sheet.name);
                workbook.mark_derived(next);
                list = std::make_unique<ListSheet>(workbook, next, columns);
            }
            std::string& heading = headings[id];
            if (heading.empty()) heading = field_heading(book.form, id, document.year);
            const SourcePosition position = field_position(record, field);
            list->add(record.id);
            list->add(heading);
            list->add(excerpt(field.text, kExcerpt));
            list->add(source_file(document, position));
            list->add(source_place(position));
            list->add(field.inherited ? "○" : "");
            list->end_row();
        }
    }
    list->finish();
}

}  // namespace torimatome::writers
