#include "parsers/xlsx/hidden_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/language.hpp"
#include "parsers/form_marks.hpp"

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

std::size_t count_hidden(const std::vector<bool>& lines, int used) {
    const std::size_t end = std::min(lines.size(), static_cast<std::size_t>(used) + 1);
    return static_cast<std::size_t>(std::count(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end), true));
}

// What is hidden besides single cells: 「非表示の行が 2 行あります。」
std::string describe_lines(std::size_t rows, std::size_t columns) {
    if (rows == 0 && columns == 0) return {};
    std::string japanese;
    std::string english;
    if (rows > 0) {
        japanese += fmt::format("非表示の行が {} 行", rows);
        english += fmt::format("{} hidden rows", rows);
    }
    if (columns > 0) {
        if (rows > 0) japanese += "、", english += " and ";
        japanese += fmt::format("非表示の列が {} 列", columns);
        english += fmt::format("{} hidden columns", columns);
    }
    return tell(japanese + "あります。", "There are " + english + ". ");
}

std::string describe_cells(const Table& table, std::size_t& count) {
    std::string addresses;
    for (const Cell& cell : table.cells) {
        if (!cell.hidden || cell.empty() || cell.form_mark) continue;
        if (count++ >= kAddresses) continue;
        if (!addresses.empty()) addresses += tell("、", ", ");
        addresses += cell_address(cell.row, cell.column);
    }
    return addresses;
}

// Our forms hide the rows and columns of their marks themselves: nothing in them is news to anybody.
void show_lines_of_marks(const Table& table, HiddenLines& lines) {
    for (const Cell& cell : table.cells) {
        if (!cell.form_mark) continue;
        if (static_cast<std::size_t>(cell.row) < lines.rows.size())
            lines.rows[static_cast<std::size_t>(cell.row)] = false;
        const auto column = static_cast<std::size_t>(cell.column);
        if (column < lines.columns.size()) lines.columns[column] = false;
    }
}

bool holds_only_marks(const Table& table) {
    return std::all_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) { return cell.form_mark; });
}

void report(const HiddenLines& lines, const Table& table, SheetFindings& findings) {
    std::size_t count = 0;
    std::string addresses = describe_cells(table, count);
    if (count > kAddresses) addresses += tell(" など", " …");
    std::string message = table.hidden ? tell("シートが非表示です。", "The sheet is hidden. ") : std::string();
    message += describe_lines(count_hidden(lines.rows, table.rows), count_hidden(lines.columns, table.columns));
    if (count == 0 && message.empty()) return;
    if (count == 0) {
        message += tell("文字はありません。", "There is no text in it.");
        add_finding(findings, {"cell.hidden", Severity::note, 0, 0, std::move(message), ""});
        return;
    }
    message +=
        tell(fmt::format("見えない文字のセルが {} 個あり（{}）、既定では取り込みません。", count, addresses),
             fmt::format("{} cells hold text that cannot be seen ({}); it is left out by default.", count, addresses));
    add_finding(findings, {"cell.hidden", Severity::warning, 0, 0, std::move(message),
                           tell("必要なら --hidden include を付けるか、再表示して保存し直してください。",
                                "Use --hidden include, or unhide them and save the file again.")});
}

}  // namespace

void hide_line(std::vector<bool>& lines, int number) {
    const auto at = static_cast<std::size_t>(number);
    if (at >= lines.size()) lines.resize(at + 1);
    lines[at] = true;
}

void flag_hidden_cells(const HiddenLines& lines, Table& table, SheetFindings& findings) {
    const bool marks = flag_form_marks(table);
    const bool any_line = !lines.rows.empty() || !lines.columns.empty();
    if (!any_line && !table.hidden && !lines.any_cell) return;
    for (Cell& cell : table.cells) {
        if (table.hidden) cell.hidden = true;
        if (!any_line) continue;
        if (is_hidden(lines.rows, cell.row, cell.row_span)) cell.hidden = true;
        if (is_hidden(lines.columns, cell.column, cell.column_span)) cell.hidden = true;
    }
    if (!marks) return report(lines, table, findings);
    if (holds_only_marks(table)) return;
    HiddenLines others = lines;
    show_lines_of_marks(table, others);
    report(others, table, findings);
}

}  // namespace torimatome::parsers::xlsx
