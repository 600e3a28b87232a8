#include "parsers/form/grid_paper.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace torimatome::parsers {

bool is_grid_paper(const std::vector<StreamRow>& rows) {
    constexpr std::size_t kEnoughCells = 60;
    constexpr std::size_t kManyInARow = 20;
    constexpr double kMost = 0.8;
    std::size_t cells = 0;
    std::size_t single = 0;
    std::size_t longest_row = 0;
    for (const StreamRow& row : rows) {
        if (!row.table) continue;
        std::size_t in_row = 0;
        for (const auto& cell : row.cells) {
            const std::size_t characters = text::count_non_space(cell.cell->text());
            if (characters == 0) continue;
            ++cells;
            ++in_row;
            if (characters == 1) ++single;
        }
        longest_row = std::max(longest_row, in_row);
    }
    return cells >= kEnoughCells && longest_row >= kManyInARow &&
           static_cast<double>(single) >= kMost * static_cast<double>(cells);
}

}  // namespace torimatome::parsers
