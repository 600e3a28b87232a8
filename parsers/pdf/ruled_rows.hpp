// Rows of a table whose columns nothing is ruled between, from the rules and bands of colour between its rows.
#pragma once

#include <optional>
#include <vector>

#include "parsers/pdf/row_bands.hpp"
#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// The rows that `rules` part the table's `lines` into, with each column's texts spanning the rows that no rule parts
/// there. Empty where rules do not part the rows: where there are few, or several rows stand between them, as `texts`
/// (the lines with those of one cell joined) show. `edges` are the columns'.
std::optional<RowBands> rows_between_rules(const std::vector<TextLine>& lines, const std::vector<ColumnText>& texts,
                                           const std::vector<double>& edges, const std::vector<Rule>& rules);

}  // namespace torimatome::parsers::pdf
