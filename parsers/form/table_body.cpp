#include "parsers/form/table_body.hpp"

#include <utility>

#include "parsers/form/row_reading.hpp"

namespace torimatome::parsers {

namespace {

// From below the header at stream row `at` to the next one of the same table.
BodyRows body_below(const Header& header, std::size_t at, const std::vector<StreamRow>& rows, const Headers& headers) {
    const StreamRow& row = rows[at];
    BodyRows body{row.row + header.rows, row.table->rows};
    const auto next = headers.upper_bound(at);
    if (next != headers.end() && rows[next->first].table == row.table) body.last = rows[next->first].row - 1;
    return body;
}

std::vector<BodyRows> bodies_of(const Table& table, const std::vector<StreamRow>& rows, const Headers& headers) {
    std::vector<BodyRows> bodies;
    for (const auto& [at, header] : headers) {
        if (rows[at].table == &table) bodies.push_back(body_below(header, at, rows, headers));
    }
    return bodies;
}

}  // namespace

void start_body(const Header& header, std::size_t at, const std::vector<StreamRow>& rows, const Headers& headers,
                TableBody& body) {
    body.header = &header;
    if (header.cells > 0 && body.style_columns != header.cells) body.style.clear();
    body.style_columns = header.cells;
    const Table& table = *rows[at].table;
    if (!table.gridded) return;
    body.merged_columns = columns_with_merges(table, body_below(header, at, rows, headers));
    body.ruled = has_rules_between_rows(table, bodies_of(table, rows, headers));
    body.last_data_row = 0;
}

bool follows_data(const StreamRow& row, TableBody& body) {
    const int above = std::exchange(body.last_data_row, row.row);
    return row.table->gridded && body.ruled && above > 0 && above == row.row - 1;
}

}  // namespace torimatome::parsers
