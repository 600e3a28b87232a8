// Which cell of a row is which field: the cheapest monotone assignment, from what each cell is and where it stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parsers/form/cell_affinity.hpp"

namespace torimatome::parsers {

/// A place in the row that a cell can take: one field, in the header's order. Fields of one printed column share
/// `column`.
struct Slot {
    const FieldSpec* field = nullptr;  ///< null for a column that the form does not know
    int column = 0;                    ///< 0-based index of the printed column
};

/// How the fields of printed columns share cells: for each cell of a whole row, how many slots it takes. 「① ア 方針」
/// in one cell is 3, 1, 1, …; 「① ア」 apart from the policy 2, 1, 1, …; a cell each 1, 1, 1, …. Empty: not known yet.
using CellStyle = std::vector<int>;

struct PlacedCell {
    int cell = 0;        ///< 0-based index among the row's cells
    int first_slot = 0;  ///< slots that it fills, inclusive
    int last_slot = 0;
    friend bool operator==(const PlacedCell&, const PlacedCell&) = default;
};

struct RowPlacement {
    std::vector<PlacedCell> cells;    ///< by cell
    std::vector<int> empty_slots;     ///< slots that no cell stands in, blank or not
    std::vector<int> unplaced_cells;  ///< cells with a text that fit nowhere
    double score = 0;
    int missing = 0;       ///< how many cells fewer the row has than its style needs
    bool shifted = false;  ///< some cell stands in another place than its count says
    CellStyle style;       ///< of this row; hand it on to the next
    /// The best assignment that differs, and where: set only where it is nearly as good as the best.
    struct RunnerUp {
        int cell = 0;
        int slot = 0;       ///< −1: nowhere
        double margin = 0;  ///< points by which it is worse
    };
    std::optional<RunnerUp> runner_up;
};

/// Places `cells` (their texts; blank ones are empty) in `slots`. `style` is that of the rows above.
RowPlacement place_row(const std::vector<std::string>& cells, const std::vector<Slot>& slots, const CellStyle& style,
                       const AffinityContext& context);

/// The place among a whole row's cells, 0-based, of the cell that holds `slot`.
int place_in_style(const CellStyle& style, int slot);

}  // namespace torimatome::parsers
