// Where the rows of a table of prose begin.
#pragma once

#include <algorithm>
#include <vector>

#include "parsers/pdf/prose_lines.hpp"
#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// How a column stands to a row that may begin at height `top`.
enum class Stand {
    blank,   ///< no text goes on there, none begins
    begins,  ///< a text begins there, with white above it
    may,     ///< a line stands there right below a line with which a text may have ended
    passes,  ///< a text goes on from above
};

/// Where a row begins.
struct RowBorder {
    double top = 0;  ///< of the type of the first line below
    double at = 0;   ///< the row's edge
    bool ruled = false;
    std::vector<Stand> stands;
    std::vector<bool> edges;  ///< of each column: a rule or field's edge runs there

    std::size_t count(Stand stand) const {
        return static_cast<std::size_t>(std::count(stands.begin(), stands.end(), stand));
    }
};

/// Which columns have a cell's edge at each border; the first border is the table's upper edge.
using Closed = std::vector<std::vector<bool>>;

/// The borders of the rows, the first one the table's upper edge: where rules or fields among `horizontal` part the
/// rows, those, and above the first of them what the texts tell, whose lines stand `pitch` apart.
std::vector<RowBorder> row_borders(const std::vector<ProseColumn>& columns, const ProseRegion& region,
                                   const std::vector<Rule>& horizontal, double pitch);

/// Which sides are closed, as far as rules and the texts that go on tell.
Closed closed_sides(const std::vector<ProseColumn>& columns, const std::vector<RowBorder>& borders);

}  // namespace torimatome::parsers::pdf
