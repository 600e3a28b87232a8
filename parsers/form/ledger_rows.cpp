#include "parsers/form/ledger_rows.hpp"

#include <algorithm>

#include "parsers/form_marks.hpp"

namespace torimatome::parsers {

bool is_ledger(const Table& table, const std::string& kind) {
    return !table.cells.empty() && table.cells.front().text() == std::string(kLedgerMark) + "|" + kind + "|1";
}

std::vector<LedgerRow> ledger_rows(const Table& table, std::size_t least) {
    std::vector<LedgerRow> rows;
    int row = table.cells.empty() ? 0 : table.cells.front().row;
    for (const Cell& cell : table.cells) {
        if (cell.row == table.cells.front().row) continue;
        if (cell.row != row) rows.emplace_back();
        row = cell.row;
        LedgerRow& texts = rows.back();
        texts.resize(std::max({texts.size(), least, static_cast<std::size_t>(cell.column)}));
        if (cell.text() != "-") texts[static_cast<std::size_t>(cell.column) - 1] = cell.text();
    }
    return rows;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::vector<LockedText> locked_texts(const LedgerRow& row, std::size_t first) {
    std::vector<LockedText> locked;
    for (std::size_t i = first; i < row.size(); ++i) {
        std::vector<std::string> parts = split(row[i], '|');
        if (parts.size() == 3) locked.push_back({std::move(parts[0]), std::move(parts[1]), std::move(parts[2])});
    }
    return locked;
}

}  // namespace torimatome::parsers
