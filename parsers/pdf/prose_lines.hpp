// The lines of a table of prose, column by column.
#pragma once

#include <vector>

#include "parsers/pdf/prose_columns.hpp"

namespace torimatome::parsers::pdf {

constexpr double kHalfType = 0.45;  ///< of its size, above and below a line's middle

struct ProseLine {
    double top = 0;
    double bottom = 0;
    double left = 0;
    double right = 0;
    double size = 0;
    bool ends = false;    ///< with a sign that ends a sentence
    bool full = false;    ///< fills its column, so that its text may go on
    bool digits = false;  ///< no Japanese at all
    bool words = false;   ///< many Japanese characters, as sentences have
    bool starts = false;  ///< stands further below the line above than those of one cell do

    double middle() const { return (top + bottom) / 2; }
};

/// The lines of one column, from top to bottom.
using ProseColumn = std::vector<ProseLine>;

/// The lines of each column of `region`, but those that run over the columns.
std::vector<ProseColumn> columns_of(const ProseRegion& region);

/// Whether the text of line `above` goes on in the next one, `line`, as far as they tell.
bool goes_on(const ProseLine& above, const ProseLine& line);

/// How far apart the lines of one cell stand: as most do that go on one from the other.
double usual_pitch(const std::vector<ProseColumn>& columns);

/// Marks the lines that stand further below the line above than `pitch`.
void mark_starts(std::vector<ProseColumn>& columns, double pitch);

/// How much each column tells of the rows: those full of text more than those of marks and merged cells.
std::vector<double> weights_of(const std::vector<ProseColumn>& columns);

/// Which columns have a text between two heights.
std::vector<bool> filled_between(const std::vector<ProseColumn>& columns, double from, double to);

}  // namespace torimatome::parsers::pdf
