#include "pipeline/comparison/pair_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "model/language.hpp"
#include "model/pair_sheet.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

using Kind = PairDecision::Kind;

enum class Column { old_year, old_record, new_year, new_record, decision, proposal };

std::optional<Column> column_named(const std::string& heading) {
    static const std::map<std::string, Column> columns = {
        {pair_sheet::kOldYear, Column::old_year},     {"old_year", Column::old_year},
        {pair_sheet::kOldRecord, Column::old_record}, {"old", Column::old_record},
        {pair_sheet::kNewYear, Column::new_year},     {"new_year", Column::new_year},
        {pair_sheet::kNewRecord, Column::new_record}, {"new", Column::new_record},
        {pair_sheet::kDecision, Column::decision},    {"decision", Column::decision},
        {pair_sheet::kProposal, Column::proposal}};
    const auto found = columns.find(text::compare_key(heading));
    return found == columns.end() ? std::nullopt : std::optional(found->second);
}

Error invalid(const std::string& file, const SourcePosition& place, std::string message, std::string hint) {
    Finding finding;
    finding.code = "pairs.invalid";
    finding.severity = Severity::error;
    finding.source = place;
    finding.source.file = file;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return Error(std::move(finding));
}

struct Row {
    std::map<Column, std::string> values;
    SourcePosition place;
    int number = 0;

    std::string value(Column column) const {
        const auto found = values.find(column);
        return found == values.end() ? std::string() : found->second;
    }
};

/// The rows below the header; empty where the table is no list of pairs.
std::optional<std::vector<Row>> rows_of(const Table& table) {
    std::map<int, Column> columns;
    std::vector<Row> rows;
    for (const Cell& cell : table.cells) {
        if (cell.row == 1) {
            if (const auto column = column_named(cell.text())) columns.emplace(cell.column, *column);
            continue;
        }
        if (rows.empty() || rows.back().number != cell.row) {
            rows.push_back({{}, position_of(table, cell), cell.row});
        }
        const auto column = columns.find(cell.column);
        if (column != columns.end()) rows.back().values[column->second] = text::trim(cell.text());
    }
    const auto has = [&](Column wanted) {
        return std::any_of(columns.begin(), columns.end(), [&](const auto& each) { return each.second == wanted; });
    };
    if (!has(Column::old_record) || !has(Column::new_record)) return std::nullopt;
    return rows;
}

/// What 判定 says; empty for 自動 and nothing.
std::optional<Kind> decided_kind(const Row& row, const std::string& file) {
    const std::string word = text::compare_key(row.value(Column::decision));
    if (word == pair_sheet::kPin || word == "pin") return Kind::pin;
    if (word == pair_sheet::kForbid || word == "forbid") return Kind::forbid;
    if (word.empty() || word == pair_sheet::kAutomatic || word == "auto") return std::nullopt;
    throw invalid(
        file, row.place,
        tell(fmt::format("判定の「{}」は使えません。", row.value(Column::decision)),
             fmt::format("The decision \"{}\" is none.", row.value(Column::decision))),
        tell("固定・禁止・自動のどれかを書いてください。", "Please write 固定 (pin), 禁止 (forbid) or 自動."));
}

bool was_changed(const Row& row) {
    const std::string proposal = row.value(Column::proposal);
    if (proposal.empty()) return false;
    return text::compare_key(proposal) !=
           text::compare_key(row.value(Column::old_record) + pair_sheet::kArrow + row.value(Column::new_record));
}

std::string year_of(const Row& row, Column column) {
    const std::string key = text::compare_key(row.value(column));
    return key;
}

}  // namespace

std::vector<PairDecision> read_pair_decisions(const TableSet& tables) {
    const std::string& file = tables.source.file;
    for (const Table& table : tables.tables) {
        const auto rows = rows_of(table);
        if (!rows) continue;
        std::vector<PairDecision> decisions;
        for (const Row& row : *rows) {
            const std::optional<Kind> kind = decided_kind(row, file);
            if (!kind && !was_changed(row)) continue;
            PairDecision decision{kind.value_or(Kind::pin),       year_of(row, Column::old_year),
                                  year_of(row, Column::new_year), row.value(Column::old_record),
                                  row.value(Column::new_record),  row.number};
            if (decision.old_record.empty() && decision.new_record.empty()) continue;
            decisions.push_back(std::move(decision));
        }
        return decisions;
    }
    throw invalid(file, {},
                  tell(fmt::format("「{}」に、「旧」と「新」の列がある対応表がありません。", file),
                       fmt::format("\"{}\" holds no list of pairs with the columns 旧 and 新.", file)),
                  tell("compare が書き出した対応表（CSV かブック）を直して指定してください。",
                       "Please give the list that compare wrote (CSV or workbook), edited."));
}

}  // namespace torimatome::pipeline
