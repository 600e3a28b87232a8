// Rules to the grids of tables: rows, columns, and cells that span where rules are missing.
#pragma once

#include <vector>

#include "parsers/pdf/rules.hpp"

namespace torimatome::parsers::pdf {

/// A cell of a grid; rows and columns from 0.
struct GridCell {
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    Box box;
    bool outside = false;      ///< a corner of the grid's rectangle that no rule closes: not part of the table
    bool open_top = false;     ///< no rule closes it above: the page broke there
    bool open_bottom = false;  ///< no rule closes it below
};

struct Grid {
    std::vector<double> xs;       ///< the columns' edges, in points, one more than there are columns
    std::vector<double> ys;       ///< the rows' edges
    std::vector<GridCell> cells;  ///< in row-major order; they cover the grid without overlap
    std::vector<int> cell_at;     ///< index of the cell by row × columns + column
    bool unruled = false;         ///< its lines are told by how the texts stand: no rule closes its rows

    int rows() const { return static_cast<int>(ys.size()) - 1; }
    int columns() const { return static_cast<int>(xs.size()) - 1; }
    Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
};

/// The grids that `rules` draw, one for each group of rules that touch, from top to bottom. Groups that enclose nothing
/// are left out; sides that are left open (no rule at the table's left and right) are closed where the rows end.
std::vector<Grid> find_grids(const Rules& rules, const GreyImage& image);

}  // namespace torimatome::parsers::pdf
