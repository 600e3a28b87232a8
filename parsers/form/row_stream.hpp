// All that stands in an input as one sequence of rows, in reading order: table rows and loose lines alike.
#pragma once

#include <vector>

#include "model/table.hpp"
#include "parsers/read_options.hpp"

namespace torimatome::parsers {

/// A cell that a row shows, with whether it starts in this row or reaches into it from above.
struct RowCell {
    const Cell* cell = nullptr;
    bool own = true;
};

/// One row of a table, or one loose line (`table` is null then).
struct StreamRow {
    const Table* table = nullptr;
    std::size_t table_index = 0;
    int row = 0;                 ///< within the table
    std::vector<RowCell> cells;  ///< by column; own ones and those spanning into this row
    const LooseText* loose = nullptr;
    const Cell* mark = nullptr;  ///< the id that a form of ours carries in this row (model/round.hpp)
};

/// The rows of `tables`. Hidden cells and sheets are left out unless asked for, and so are derived sheets and the marks
/// of our own forms, which go into `mark`; rows in which no own cell is left do not appear. The result points into
/// `tables`.
std::vector<StreamRow> stream_rows(const TableSet& tables, HiddenCells hidden);

/// The position of the row: that of its first own cell with a text, or of its line.
SourcePosition position_of(const StreamRow& row);

}  // namespace torimatome::parsers
