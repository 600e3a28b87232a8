// The rows of a table without rules, from where the texts of its columns stand.
#pragma once

#include <vector>

#include "parsers/pdf/column_texts.hpp"

namespace torimatome::parsers::pdf {

struct RowBand {
    double top = 0;
    double bottom = 0;

    double middle() const { return (top + bottom) / 2; }
};

/// A text with the rows that it stands in; more than one where it stands between them.
struct PlacedText {
    ColumnText text;
    std::size_t first_row = 0;
    std::size_t last_row = 0;
};

struct RowBands {
    std::vector<RowBand> rows;  ///< from top to bottom
    std::vector<PlacedText> texts;
    /// The rows' edges, one more than there are rows: in the middle of the white between.
    std::vector<double> edges() const;
};

/// Places `texts` of `columns` columns in rows. Columns with many texts tell the rows; a text that stands between two
/// rows, with no room for a row of its own, belongs to both.
RowBands find_rows(const std::vector<ColumnText>& texts, std::size_t columns);

}  // namespace torimatome::parsers::pdf
