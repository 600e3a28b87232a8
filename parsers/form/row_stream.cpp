#include "parsers/form/row_stream.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/round.hpp"

namespace torimatome::parsers {

namespace {

// Cells that span over several rows, by their first column, while the rows that they reach are passed.
using SpanningCells = std::map<int, const Cell*>;

void add_spanning(const SpanningCells& spanning, StreamRow& row) {
    for (const auto& [column, cell] : spanning) {
        if (cell->row < row.row && cell->row + cell->row_span > row.row) row.cells.push_back({cell, false});
    }
    std::sort(row.cells.begin(), row.cells.end(),
              [](const RowCell& a, const RowCell& b) { return a.cell->column < b.cell->column; });
}

void drop_finished(SpanningCells& spanning, int row) {
    std::erase_if(spanning, [row](const auto& entry) { return entry.second->row + entry.second->row_span <= row; });
}

void stream_table(const Table& table, std::size_t index, HiddenCells hidden, std::vector<StreamRow>& rows) {
    if (table.derived || (table.hidden && hidden == HiddenCells::exclude)) return;
    SpanningCells spanning;
    for (std::size_t i = 0; i < table.cells.size();) {
        StreamRow row;
        row.table = &table;
        row.table_index = index;
        row.row = table.cells[i].row;
        drop_finished(spanning, row.row);
        for (; i < table.cells.size() && table.cells[i].row == row.row; ++i) {
            const Cell& cell = table.cells[i];
            if (cell.form_mark) {
                if (parse_row_mark(cell.text())) row.mark = &cell;
                continue;
            }
            if (cell.hidden && hidden == HiddenCells::exclude) continue;
            row.cells.push_back({&cell, true});
        }
        if (row.cells.empty()) continue;
        add_spanning(spanning, row);
        for (const RowCell& cell : row.cells) {
            if (cell.own && cell.cell->row_span > 1) spanning[cell.cell->column] = cell.cell;
        }
        rows.push_back(std::move(row));
    }
}

// Reading order: sheets and pages as they come, lines by number. Loose text of workbooks does not exist, that of PDFs
// stands by page and height.
std::tuple<int, int, double> reading_order(const StreamRow& row) {
    const SourcePosition place = position_of(row);
    return {place.page, place.line, reading_depth(place)};
}

}  // namespace

std::vector<StreamRow> stream_rows(const TableSet& tables, HiddenCells hidden) {
    std::vector<StreamRow> rows;
    for (std::size_t i = 0; i < tables.tables.size(); ++i) stream_table(tables.tables[i], i, hidden, rows);
    if (tables.loose.empty()) return rows;
    for (const LooseText& loose : tables.loose) {
        StreamRow row;
        row.loose = &loose;
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const StreamRow& a, const StreamRow& b) { return reading_order(a) < reading_order(b); });
    return rows;
}

SourcePosition position_of(const StreamRow& row) {
    if (row.loose) return row.loose->source;
    const RowCell* first = nullptr;
    for (const RowCell& cell : row.cells) {
        if (!cell.own) continue;
        if (!first) first = &cell;
        if (!cell.cell->empty()) {
            first = &cell;
            break;
        }
    }
    return first ? position_of(*row.table, *first->cell) : SourcePosition{};
}

}  // namespace torimatome::parsers
