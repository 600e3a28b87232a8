// Merged ranges: the cell at the top left has the span, what is left under the others is no text of the table.
#pragma once

#include <string_view>
#include <vector>

#include "model/table.hpp"
#include "parsers/xlsx/sheet_findings.hpp"

namespace torimatome::parsers::xlsx {

struct MergedRange {
    int first_row = 0;
    int first_column = 0;
    int last_row = 0;
    int last_column = 0;

    friend bool operator==(const MergedRange&, const MergedRange&) = default;
};

/// Reads "A2:A5". Empty where it is no range or a single cell.
std::optional<MergedRange> parse_range(std::string_view reference);

/// Gives the cells of `table`, which are in row-major order with `rows` and `columns` up to the last one, their spans,
/// takes away the text that lies hidden under a merge ("cell.merge-residue") and sets the table's rows and columns. A
/// range that overlaps one above or left of it is left out ("cell.merge-overlap"). An empty range becomes a cell only
/// within the range that texts use, and spans beyond all text are cut where they are absurdly large, so that ranges to
/// the sheet's end cost nothing.
void apply_merges(std::vector<MergedRange> ranges, Table& table, SheetFindings& findings);

}  // namespace torimatome::parsers::xlsx
