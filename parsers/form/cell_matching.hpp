// Texts without a place to places without a text: the best way to join neighbouring texts to cells and to give each
// cell to a place.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace torimatome::parsers {

/// The texts [first, last) as one cell.
struct CellRange {
    std::size_t first = 0;
    std::size_t last = 0;
    bool empty() const { return first == last; }
    friend bool operator==(const CellRange&, const CellRange&) = default;
};

struct MatchingProblem {
    std::size_t texts = 0;
    std::size_t places = 0;           ///< at most 64
    std::size_t longest_cell = 5;     ///< texts that may be one cell
    std::size_t most_states = 4'000;  ///< kept behind each text; the worst are given up where there are more
    /// How well a cell (never empty) fits a place; higher is better.
    std::function<double(CellRange cell, std::size_t place)> fit;
    /// What a place costs or gains that stays blank.
    std::function<double(std::size_t place)> blank;
    /// What it says that a place's cell stands directly behind the cell of the place `above`.
    std::function<double(std::size_t above, std::size_t place)> follows;
    double left_over = -3;  ///< of a text that goes to no place
};

/// A cell for each place, an empty one where it stays blank. Vectors are by place.
struct Matching {
    std::vector<CellRange> cells;
    double score = 0;
    std::vector<double> margins;        ///< by how much the best matching in which the place has another cell is worse
    std::vector<CellRange> runners_up;  ///< the place's cell in that matching
};

/// The matching of the highest score over all ways to join neighbouring texts; exact while the states are not more than
/// `most_states`.
Matching best_matching(const MatchingProblem& problem);

}  // namespace torimatome::parsers
