#include "writers/workbook/provenance_sheet.hpp"

#include <algorithm>
#include <memory>

#include "writers/workbook/headings.hpp"
#include "writers/workbook/list_sheet.hpp"
#include "writers/workbook/source_words.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;

// The fields in the form's order, and then those that only a document has (an added column).
std::vector<std::string> listed_fields(const ConsolidatedWorkbook& book) {
    std::vector<std::string> fields;
    const auto add = [&](const std::string& id) {
        if (std::find(fields.begin(), fields.end(), id) == fields.end()) fields.push_back(id);
    };
    for (const ColumnSpec& column : book.form.columns) {
        for (const FieldSpec& field : column.fields) add(field.id);
    }
    for (const Record& record : book.document.records) {
        for (const auto& [id, field] : record.fields) add(id);
    }
    return fields;
}

// Where a field came from, told from its record's place: in the usual case only the cell differs.
std::string field_place(const Record& record, const Field& field) {
    SourcePosition place = field_position(record, field);
    std::string file;
    if (place.file != record.source.file) file = "「" + place.file + "」";
    if (file.empty() && place.sheet == record.source.sheet && !place.cell.empty()) place.sheet.clear();
    return file + source_place(place) + (field.inherited ? "（上と共通）" : "");
}

std::vector<ListColumn> columns_for(const ConsolidatedWorkbook& book, const std::vector<std::string>& fields) {
    const Document& document = book.document;
    std::vector<ListColumn> columns = {
        {"取組", Kind::text, 14}, {"ファイル", Kind::text, 20}, {"位置", Kind::text, 20}};
    for (const Record& record : document.records) {
        widen(columns[0].width, record.id, 30);
        widen(columns[1].width, source_file(document, record.source), 50);
        widen(columns[2].width, source_place(record.source), 40);
    }
    for (const std::string& id : fields) {
        ListColumn& column = columns.emplace_back(ListColumn{field_heading(book.form, id, document.year)});
        for (const Record& record : document.records) {
            if (const Field* field = record.find(id)) widen(column.width, field_place(record, *field), 30);
        }
    }
    return columns;
}

}  // namespace

void write_provenance_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book) {
    const Document& document = book.document;
    const std::vector<std::string> fields = listed_fields(book);
    const std::vector<ListColumn> columns = columns_for(book, fields);
    auto list = std::make_unique<ListSheet>(workbook, sheet, columns);
    for (const Record& record : document.records) {
        if (list->full()) {
            list->finish();
            const Sheet next = workbook.add_sheet(sheet.name);
            workbook.mark_derived(next);
            list = std::make_unique<ListSheet>(workbook, next, columns);
        }
        list->add(record.id);
        list->add(source_file(document, record.source));
        list->add(source_place(record.source));
        for (const std::string& id : fields) {
            const Field* field = record.find(id);
            list->add(field ? field_place(record, *field) : std::string());
        }
        list->end_row();
    }
    list->finish();
}

}  // namespace torimatome::writers
