#include "writers/json.hpp"

#include <array>
#include <charconv>
#include <ostream>

#include "writers/json_members.hpp"

namespace torimatome::writers {

namespace {

/// The position of a field. A file or sheet that is its record's too is left out; the reader fills it in. One that the
/// field lacks and the record has is written as "", so that it is not filled in.
void field_position_member(JsonStream& json, const SourcePosition& position, const SourcePosition& record) {
    if (position == SourcePosition{}) return;
    json.key("source");
    json.begin_object(Spread::compact);
    if (position.file != record.file) text_member(json, "file", position.file);
    const bool sheet_is_filled_in = position.cell.empty() ? position.sheet.empty() : position.sheet == record.sheet;
    if (!sheet_is_filled_in) text_member(json, "sheet", position.sheet);
    position_members_after_sheet(json, position);
    json.end_object();
}

void source_member(JsonStream& json, const Source& source) {
    json.key("source");
    json.begin_object(Spread::compact);
    text_member(json, "file", source.file);
    text_member(json, "format", source.format);
    text_member(json, "sha256", source.sha256);
    text_member_if_set(json, "date", source.date);
    json.end_object();
}

void runs_member(JsonStream& json, const std::vector<TextRun>& runs) {
    if (runs.empty()) return;
    json.key("runs");
    json.begin_array(Spread::compact);
    for (const TextRun& run : runs) {
        json.begin_object(Spread::compact);
        text_member(json, "text", run.text);
        member_if_true(json, "bold", run.bold);
        member_if_true(json, "italic", run.italic);
        member_if_true(json, "underline", run.underline);
        text_member_if_set(json, "color", run.color);
        json.end_object();
    }
    json.end_array();
}

void write_field(JsonStream& json, const Field& field, const SourcePosition& record) {
    json.begin_object(Spread::compact);
    text_member(json, "text", field.text);
    text_member_if_set(json, "value", field.value);
    if (!field.values.empty()) {
        json.key("values");
        json.begin_array(Spread::compact);
        for (const std::string& value : field.values) json.text(value);
        json.end_array();
    }
    member_if_true(json, "inherited", field.inherited);
    member_if_true(json, "reprinted", field.reprinted);
    runs_member(json, field.runs);
    field_position_member(json, field.source, record);
    json.end_object();
}

void write_record(JsonStream& json, const Record& record) {
    json.begin_object(Spread::lines);
    text_member(json, "id", record.id);
    text_member(json, "section", record.section);
    json.key("fields");
    json.begin_object(Spread::lines);
    for (const auto& [id, field] : record.fields) {
        json.key(id);
        write_field(json, field, record.source);
    }
    json.end_object();
    position_member(json, record.source);
    text_member_if_set(json, "asked", record.asked);
    json.end_object();
}

void write_section(JsonStream& json, const Section& section) {
    json.begin_object(Spread::lines);
    text_member(json, "number", section.number);
    text_member(json, "title", section.title);
    json.key("items");
    json.begin_array(Spread::lines);
    for (const SectionItem& item : section.items) {
        json.begin_object(Spread::compact);
        text_member(json, "mark", item.mark);
        text_member(json, "title", item.title);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_loose_text(JsonStream& json, const LooseText& loose) {
    json.begin_object(Spread::compact);
    text_member(json, "text", loose.text);
    position_member(json, loose.source);
    json.end_object();
}

template <typename Entry>
void list_member(JsonStream& json, const char* name, const std::vector<Entry>& entries,
                 void (*write)(JsonStream&, const Entry&)) {
    json.key(name);
    json.begin_array(Spread::lines);
    for (const Entry& entry : entries) write(json, entry);
    json.end_array();
}

/// Extracted text holds blank cells too, to tell how many a line has; they are no part of what stands on the page.
bool is_listed(const Cell& cell) {
    const bool spans = cell.row_span > 1 || cell.column_span > 1;
    return spans || (cell.content && (!cell.content->text.empty() || !cell.content->struck.empty()));
}

void append_number(std::string& json, int number) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    json.append(digits.data(), end.ptr);
}

/// The usual cell of a sheet, as the general way below would write it, in a fifth of the steps and without a
/// SourcePosition of its own: a large workbook has millions of cells and one sheet name.
void append_usual_cell(std::string& json, const Table& table, const Cell& cell, const SheetPlace& place, bool pretty) {
    json += pretty ? "{\"row\": " : "{\"row\":";
    append_number(json, cell.row);
    json += pretty ? ", \"column\": " : ",\"column\":";
    append_number(json, cell.column);
    json += pretty ? ", \"row_span\": " : ",\"row_span\":";
    append_number(json, cell.row_span);
    json += pretty ? ", \"column_span\": " : ",\"column_span\":";
    append_number(json, cell.column_span);
    json += pretty ? ", \"text\": " : ",\"text\":";
    append_json_string(json, cell.text());
    json += pretty ? ", \"source\": {\"sheet\": " : ",\"source\":{\"sheet\":";
    append_json_string(json, table.sheet);
    json += pretty ? ", \"cell\": \"" : ",\"cell\":\"";
    json += cell_address(place.row, place.column);
    json += "\"}}";
}

void write_cell(JsonStream& json, const Table& table, const Cell& cell) {
    const auto* place = std::get_if<SheetPlace>(&cell.place);
    const bool plain = !cell.hidden && cell.content && cell.content->struck.empty() && cell.content->runs.empty();
    if (place && plain && !table.sheet.empty()) {
        append_usual_cell(json.next_value(), table, cell, *place, json.pretty());
        return;
    }
    json.begin_object(Spread::compact);
    json.key("row");
    json.number(cell.row);
    json.key("column");
    json.number(cell.column);
    json.key("row_span");
    json.number(cell.row_span);
    json.key("column_span");
    json.number(cell.column_span);
    text_member(json, "text", cell.text());
    position_member(json, position_of(table, cell));
    member_if_true(json, "hidden", cell.hidden);
    if (cell.content) {
        text_member_if_set(json, "struck", cell.content->struck);
        runs_member(json, cell.content->runs);
    }
    json.end_object();
}

void write_table(JsonStream& json, const Table& table) {
    json.begin_object(Spread::lines);
    text_member_if_set(json, "sheet", table.sheet);
    number_member_if_set(json, "page", table.page);
    json.key("rows");
    json.number(table.rows);
    json.key("columns");
    json.number(table.columns);
    json.key("cells");
    json.begin_array(Spread::lines);
    json.entries(table.cells.size(), [&](JsonStream& part, std::size_t index) {
        if (is_listed(table.cells[index])) write_cell(part, table, table.cells[index]);
    });
    json.end_array();
    json.end_object();
}

}  // namespace

void write_json(const Document& document, std::ostream& out, JsonLayout layout) {
    JsonStream json(out, layout);
    json.begin_object(Spread::lines);
    text_member(json, "schema", "torimatome/1");
    text_member(json, "form", document.form);
    text_member(json, "label", document.label);
    text_member(json, "title", document.title);
    json.key("year");
    if (document.year) {
        json.number(*document.year);
    } else {
        json.null();
    }
    text_member_if_set(json, "department", document.department);
    source_member(json, document.source);
    list_member(json, "sections", document.sections, write_section);
    list_member(json, "records", document.records, write_record);
    list_member(json, "findings", document.findings, write_finding);
    list_member(json, "unplaced", document.unplaced, write_loose_text);
    json.end_object();
    json.finish();
}

void write_json(const TableSet& tables, std::ostream& out, JsonLayout layout) {
    JsonStream json(out, layout);
    json.begin_object(Spread::lines);
    text_member(json, "schema", "torimatome-tables/1");
    source_member(json, tables.source);
    list_member(json, "tables", tables.tables, write_table);
    list_member(json, "findings", tables.findings, write_finding);
    list_member(json, "unplaced", tables.loose, write_loose_text);
    json.end_object();
    json.finish();
}

}  // namespace torimatome::writers
