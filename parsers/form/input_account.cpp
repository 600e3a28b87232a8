#include "parsers/form/input_account.hpp"

#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

std::size_t characters_of(const TableSet& tables) {
    std::size_t all = 0;
    for (const LooseText& loose : tables.loose) all += text::count_non_space(loose.text);
    for (const Table& table : tables.tables) {
        for (const Cell& cell : table.cells) all += text::count_non_space(cell.text());
    }
    return all;
}

}  // namespace

bool is_left_out(const StreamRow& row, const LeftOutTables& left_out) {
    return row.table && left_out.contains(row.table_index);
}

std::size_t characters_of(const StreamRow& row) {
    std::size_t count = 0;
    for (const RowCell& cell : row.cells) {
        if (cell.own) count += text::count_non_space(cell.cell->text());
    }
    return count;
}

std::size_t characters_of(const RawRow& row) {
    std::size_t count = 0;
    for (const RawField& raw : row.fields) {
        if (!raw.spans && !raw.of_heading) count += text::count_non_space(raw.text);
    }
    return count;
}

Ledger open_account(const TableSet& tables, const std::vector<StreamRow>& rows, const LeftOutTables& left_out) {
    Ledger ledger;
    for (const StreamRow& row : rows) {
        if (is_left_out(row, left_out)) continue;
        if (row.loose) ledger.total += text::count_non_space(row.loose->text);
        ledger.total += characters_of(row);
    }
    ledger.left_out = characters_of(tables) - ledger.total + tables.markup;
    return ledger;
}

}  // namespace torimatome::parsers
