// What the tests of the form engine share: the shipped mappings, and short ways to make inputs.
#pragma once

#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/form.hpp"
#include "parsers/extracted_text/extracted_text_reader.hpp"
#include "parsers/form/document_builder.hpp"
#include "parsers/form/mapping_loader.hpp"

namespace torimatome::parsers {

inline const Mappings& shipped_mappings() {
    static const Mappings mappings = load_mappings(TORIMATOME_SOURCE_DIR "/mappings");
    return mappings;
}

inline const Form& shipped_form(const std::string& id) { return *shipped_mappings().find_form(id); }

/// The document that an extracted text holds.
inline BuiltDocument build_text(std::string_view text) {
    return build_document_with_ledger(read_extracted_text({"資料.txt", text}, {}), shipped_mappings(), {});
}

using Lines = std::vector<std::string>;

/// The lines of a golden case's extracted text.
inline Lines case_lines(const std::string& name) {
    std::ifstream stream(TORIMATOME_SOURCE_DIR "/tests/cases/documents/" + name + "/input.txt");
    Lines lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// The document that these lines hold.
inline Document build_lines(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return build_text(text).document;
}

inline Cell text_cell(int row, int column, const std::string& text, int row_span = 1, int column_span = 1) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.row_span = row_span;
    cell.column_span = column_span;
    cell.place = SheetPlace{row, column};
    if (!text.empty()) cell.content = std::make_shared<const CellText>(CellText{text, {}, {}});
    return cell;
}

/// A sheet of a workbook with these rows; empty texts make no cells. Spans are put into `cells` by the test.
inline Table sheet_table(const std::vector<std::vector<std::string>>& rows, const std::string& sheet = "様式") {
    Table table;
    table.sheet = sheet;
    table.gridded = true;
    for (const auto& row : rows) {
        ++table.rows;
        int column = 0;
        for (const std::string& text : row) {
            ++column;
            if (!text.empty()) table.cells.push_back(text_cell(table.rows, column, text));
        }
        table.columns = std::max(table.columns, column);
    }
    return table;
}

/// Gives the cell at that place a span, over rows or over columns.
inline void span(Table& table, int row, int column, int row_span, int column_span) {
    for (Cell& cell : table.cells) {
        if (cell.row != row || cell.column != column) continue;
        cell.row_span = row_span;
        cell.column_span = column_span;
    }
}

inline BuiltDocument build_tables(std::vector<Table> tables) {
    TableSet set;
    set.source.file = "様式.xlsx";
    set.source.format = "xlsx";
    set.tables = std::move(tables);
    return build_document_with_ledger(set, shipped_mappings(), {});
}

/// The record's fields as text, inherited ones in angle brackets.
inline std::map<std::string, std::string> field_texts(const Record& record) {
    std::map<std::string, std::string> texts;
    for (const auto& [id, field] : record.fields) texts[id] = field.inherited ? "<" + field.text + ">" : field.text;
    return texts;
}

/// The codes of the findings, in order; those of one record where `record` names it.
inline std::vector<std::string> codes(const Findings& findings, const std::string& record = {}) {
    std::vector<std::string> result;
    for (const Finding& finding : findings) {
        if (record.empty() || finding.record == record) result.push_back(finding.code);
    }
    return result;
}

}  // namespace torimatome::parsers
