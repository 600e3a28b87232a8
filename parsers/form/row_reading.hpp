// One data row to its fields: by the columns of the grid, or by meaning where the text has lost its columns.
#pragma once

#include <vector>

#include "parsers/form/header.hpp"
#include "parsers/form/record_assembly.hpp"
#include "parsers/form/row_placement.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// A doubt about a row, found before its record has an id.
struct RowDoubt {
    std::string code;
    std::string field;
    std::string message;
    std::string hint;
    Severity severity = Severity::warning;
};

struct ReadRow {
    RawRow row;
    std::vector<RowDoubt> doubts;
    std::vector<LooseText> unplaced;  ///< texts that stand in no column
    CellStyle style;                  ///< of a row of extracted text
};

/// Reads a row of a gridded table: every cell belongs to the column that it stands in.
ReadRow read_gridded_row(const StreamRow& row, const Header& header, const std::vector<bool>& merged_columns);

/// Reads a row of extracted text. `style` is that of the rows above and is brought up to date where the row is sound.
ReadRow read_loose_row(const StreamRow& row, const Header& header, CellStyle& style, const AffinityContext& context);

/// The rows of a table between one header and the next, inclusive.
struct BodyRows {
    int first = 0;
    int last = 0;
};

/// Whether `row` goes on with the row above: one measure typed over several rows. None of its cells has a rule above,
/// though the table has rules between its rows, and it brings no mark, choice or department of its own.
bool continues_row_above(const StreamRow& row, const Header& header);

/// Whether the rows of the bodies, which are all tables of one sheet, are ruled: some cells have a rule above them. A
/// body's first row does not count, because its rule is the header's.
bool has_rules_between_rows(const Table& table, const std::vector<BodyRows>& bodies);

/// By table column (1-based): whether cells of the body span rows there. A blank cell in such a column is blank,
/// since its author merged the cells that go on.
std::vector<bool> columns_with_merges(const Table& table, BodyRows body);

}  // namespace torimatome::parsers
