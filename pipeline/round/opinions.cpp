#include "pipeline/round/opinions.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>

#include "model/language.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

enum Column { kRecord, kDepartment, kText, kAnswer };
constexpr std::array<const char*, 4> kHeadings = {"取組番号", "担当部署", "意見", "市の考え方・対応"};

using Columns = std::map<int, Column>;

Columns columns_of_row(const Table& table, int row) {
    Columns columns;
    for (const Cell& cell : table.cells) {
        if (cell.row != row || cell.form_mark) continue;
        const std::string key = text::compare_key(cell.text());
        for (std::size_t i = 0; i < kHeadings.size(); ++i) {
            if (key == text::compare_key(kHeadings[i])) columns.emplace(cell.column, static_cast<Column>(i));
        }
    }
    return columns;
}

bool has(const Columns& columns, Column wanted) {
    for (const auto& [column, what] : columns) {
        if (what == wanted) return true;
    }
    return false;
}

void take(Column column, const std::string& text, Opinion& opinion) {
    switch (column) {
        case kRecord: opinion.record = text; break;
        case kDepartment: opinion.department = text; break;
        case kText: opinion.text = text; break;
        case kAnswer: opinion.answer = text; break;
    }
}

std::optional<std::vector<Opinion>> opinions_of(const Table& table) {
    constexpr int kHeaderRows = 5;  // a title and notes may stand above the headings
    for (int header = 1; header <= kHeaderRows; ++header) {
        const Columns columns = columns_of_row(table, header);
        if (!has(columns, kRecord) || !has(columns, kText)) continue;
        std::map<int, Opinion> rows;
        for (const Cell& cell : table.cells) {
            const auto found = columns.find(cell.column);
            if (cell.row > header && found != columns.end()) take(found->second, cell.text(), rows[cell.row]);
        }
        std::vector<Opinion> opinions;
        for (auto& [row, opinion] : rows) {
            if (!opinion.text.empty()) opinions.push_back(std::move(opinion));
        }
        return opinions;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Opinion> read_opinions(const TableSet& tables) {
    for (const Table& table : tables.tables) {
        if (auto opinions = opinions_of(table)) return std::move(*opinions);
    }
    Finding finding;
    finding.code = "opinions.none";
    finding.severity = Severity::error;
    finding.source.file = tables.source.file;
    finding.message =
        tell(fmt::format("「{}」に、見出し「取組番号」と「意見」のある表がありません。", tables.source.file),
             fmt::format("\"{}\" has no table with the headings 取組番号 and 意見.", tables.source.file));
    finding.hint = tell("committee --collect で作ったブック（シート「意見と対応」）を指定してください。",
                        "Please give the workbook that committee --collect made.");
    throw Error(std::move(finding));
}

}  // namespace torimatome::pipeline
