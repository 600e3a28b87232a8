// Tables whose rows are bands of colour, without a rule between their columns.
#pragma once

#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// Joins bands of the same width, one below the other with white rows between, to one table: adds the sides of the
/// table to `rules`, and between its columns the gutters that no character of a row crosses. Bands in which no gutter
/// parts most rows (headings on a coloured ground) stay as they are, and so do those of a table that begins above them
/// with white rows.
void join_shaded_rows(const Page& page, Rules& rules);

}  // namespace torimatome::parsers::pdf
