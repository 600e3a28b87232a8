// Which rows and columns the texts of a table without rules span, from what they stand in the middle of.
#pragma once

#include <vector>

#include "parsers/pdf/row_bands.hpp"

namespace torimatome::parsers::pdf {

/// How many rows at the top name the columns: more than one where a text stands over several columns whose own names
/// stand below it, or between two rows.
std::size_t head_rows(const RowBands& bands, std::size_t columns);

/// Widens the texts of the first `head` rows: a name of several columns over all of them, a name of one column over
/// the rows beside such names. `edges` are the columns'.
void span_head(RowBands& bands, std::size_t head, const std::vector<double>& edges);

/// Widens texts below the head over the blank rows that they stand in the middle of, or in the leading columns at the
/// top of. Returns the texts for which both would fit and span different rows: nothing on the page tells, and they were
/// read as standing in the middle.
std::vector<PlacedText> span_body(RowBands& bands, std::size_t head, std::size_t columns);

}  // namespace torimatome::parsers::pdf
