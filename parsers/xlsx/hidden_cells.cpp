#include "parsers/xlsx/hidden_cells.hpp"

#include <fmt/format.h>

#include "model/language.hpp"

namespace torimatome::parsers::xlsx {

namespace {

constexpr std::size_t kAddresses = 5;

bool is_hidden(const std::vector<bool>& lines, int first, int span) {
    for (int line = first; line < first + span; ++line) {
        const auto at = static_cast<std::size_t>(line);
        if (at >= lines.size() || !lines[at]) return false;
    }
    return true;
}

// What is hidden besides single cells: 「非表示の行 2・列 1」.
std::string describe_lines(const HiddenLines& lines) {
    std::string japanese;
    std::string english;
    if (lines.row_count > 0) {
        japanese += fmt::format("非表示の行が {} 行", lines.row_count);
        english += fmt::format("{} hidden rows", lines.row_count);
    }
    if (lines.column_count > 0) {
        if (!japanese.empty()) japanese += "、", english += ", ";
        japanese += fmt::format("非表示の列が {} 列", lines.column_count);
        english += fmt::format("{} hidden columns", lines.column_count);
    }
    return tell(japanese, english);
}

std::string describe_cells(const Table& table, std::size_t& count) {
    std::string addresses;
    for (const Cell& cell : table.cells) {
        if (!cell.hidden || cell.empty()) continue;
        if (count++ >= kAddresses) continue;
        if (!addresses.empty()) addresses += tell("、", ", ");
        addresses += cell_address(cell.row, cell.column);
    }
    return addresses;
}

void report(const HiddenLines& lines, const Table& table, SheetFindings& findings) {
    std::size_t count = 0;
    std::string addresses = describe_cells(table, count);
    if (count > kAddresses) addresses += tell(" など", " …");
    const bool any_line = lines.row_count > 0 || lines.column_count > 0;
    if (count == 0 && !any_line && !table.hidden) return;
    std::string message = table.hidden ? tell("シートが非表示です。", "The sheet is hidden. ") : std::string();
    if (any_line) message += describe_lines(lines) + tell("あります。", ". ");
    message += count > 0 ? tell(fmt::format("見えない文字のセルが {} 個あります（{}）。", count, addresses),
                                fmt::format("{} cells hold text that cannot be seen ({}).", count, addresses))
                         : tell("そこに文字はありません。", "There is no text in them.");
    std::string hint;
    if (count > 0) {
        hint = tell("既定では取り込みません。必要なら --hidden include を付けるか、再表示して保存し直してください。",
                    "They are left out by default. Use --hidden include, or unhide them and save the file again.");
    }
    add_finding(findings, {"cell.hidden", count > 0 ? Severity::warning : Severity::note, 0, 0, std::move(message),
                           std::move(hint)});
}

}  // namespace

void hide_line(std::vector<bool>& lines, std::size_t& count, int number) {
    const auto at = static_cast<std::size_t>(number);
    if (at >= lines.size()) lines.resize(at + 1);
    if (!lines[at]) ++count;
    lines[at] = true;
}

void flag_hidden_cells(const HiddenLines& lines, Table& table, SheetFindings& findings) {
    const bool any_line = lines.row_count > 0 || lines.column_count > 0;
    for (Cell& cell : table.cells) {
        if (table.hidden) cell.hidden = true;
        if (!any_line) continue;
        if (is_hidden(lines.rows, cell.row, cell.row_span)) cell.hidden = true;
        if (is_hidden(lines.columns, cell.column, cell.column_span)) cell.hidden = true;
    }
    report(lines, table, findings);
}

}  // namespace torimatome::parsers::xlsx
