#include "parsers/form/round_form.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "model/language.hpp"
#include "parsers/form/ledger_rows.hpp"
#include "text/locked_text.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::string_view kGuideMark = "torimatome:guide";

constexpr std::size_t kFirstLocked = 6;

AskedRecord asked_record(const LedgerRow& row) {
    AskedRecord record;
    record.id = row[1];
    record.section = row[2];
    record.sheet = row[3];
    record.joint = row[4] == "joint";
    if (!row[5].empty()) record.inherited = split(row[5], ',');
    record.locked = locked_texts(row, kFirstLocked);
    return record;
}

void take_row(const LedgerRow& row, RoundForm& form) {
    const std::string& key = row[0];
    const std::string& value = row[1];
    if (key == "form") form.form = value;
    if (key == "department") form.department = value;
    if (key == "year") std::from_chars(value.data(), value.data() + value.size(), form.year);
    if (key == "column") form.columns.push_back(value);
    if (key == "text") form.own_texts.push_back(value);
    if (key == "record") form.records.push_back(asked_record(row));
}

bool is_guide(const Table& table) {
    return std::any_of(table.cells.begin(), table.cells.end(),
                       [](const Cell& cell) { return cell.form_mark && cell.text() == kGuideMark; });
}

std::set<int> marked_rows(const Table& table) {
    std::set<int> rows;
    for (const Cell& cell : table.cells) {
        if (cell.form_mark && parse_row_mark(cell.text())) rows.insert(cell.row);
    }
    return rows;
}

// Without the hidden sheet the marks above the headings tell which columns are the form's own; ids of fields among them
// do no harm, because no heading is one.
std::vector<std::string> marked_columns(const TableSet& tables) {
    constexpr std::string_view kColumnMark = "torimatome:column|";
    std::vector<std::string> columns;
    for (const Table& table : tables.tables) {
        for (const Cell& cell : table.cells) {
            if (cell.form_mark && cell.text().starts_with(kColumnMark)) {
                columns.push_back(cell.text().substr(kColumnMark.size()));
            }
        }
    }
    return columns;
}

}  // namespace

std::optional<RoundForm> read_round_form(const TableSet& tables) {
    std::optional<RoundForm> from_sheets;
    for (const Table& table : tables.tables) {
        if (is_ledger(table, "round")) {
            RoundForm form;
            form.complete = true;
            for (const LedgerRow& row : ledger_rows(table, kFirstLocked)) take_row(row, form);
            if (form.year > 0 && !form.form.empty()) return form;
        }
        for (const Cell& cell : table.cells) {
            if (cell.form_mark && !from_sheets) from_sheets = parse_sheet_mark(cell.text());
        }
    }
    if (from_sheets) from_sheets->columns = marked_columns(tables);
    return from_sheets;
}

void flag_own_texts(const RoundForm& form, TableSet& tables) {
    const std::set<std::string> known(form.own_texts.begin(), form.own_texts.end());
    if (known.empty()) return;
    for (Table& table : tables.tables) {
        const bool guide = is_guide(table);
        const std::set<int> rows_with_marks = guide ? std::set<int>() : marked_rows(table);
        for (Cell& cell : table.cells) {
            if (cell.form_mark || cell.empty() || rows_with_marks.contains(cell.row)) continue;
            const text::OwnText kind = guide ? text::OwnText::guide : text::OwnText::note;
            if (known.contains(text::own_text_digest(kind, cell.text()))) cell.form_mark = cell.hidden = true;
        }
    }
}

void show_hidden_answers(TableSet& tables) {
    std::set<std::string> shown;
    for (Table& table : tables.tables) {
        if (table.hidden) continue;
        for (Cell& cell : table.cells) {
            if (!cell.hidden || cell.form_mark) continue;
            cell.hidden = false;
            if (!cell.empty()) shown.insert(table.sheet);
        }
    }
    for (Finding& finding : tables.findings) {
        if (finding.code != "cell.hidden" || !shown.contains(finding.source.sheet)) continue;
        finding.code = "form.hidden-text";
        finding.message = tell("非表示の行か列に文字があります。様式の回答として読み取りました。",
                               "Hidden rows or columns hold text, which was read as part of the answer.");
        finding.hint =
            tell("回答として扱ってよい文字か確かめてください。", "Please check whether it is meant as an answer.");
    }
}

}  // namespace torimatome::parsers
