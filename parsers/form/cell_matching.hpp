// Texts without a place to places without a text: the best way to join neighbouring texts to cells and to give each
// cell to a place.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
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
    std::size_t places = 0;
    std::size_t longest_cell = 5;  ///< texts that may be one cell
    /// How well a cell (never empty) fits a place; higher is better.
    std::function<double(CellRange cell, std::size_t place)> fit;
    /// What a place costs or gains that stays blank.
    std::function<double(std::size_t place)> blank;
    double left_over = -3;  ///< of a text that goes to no place
};

/// A cell for each place, an empty one where it stays blank.
struct Matching {
    std::vector<CellRange> cells;
    double score = 0;
};

/// The matching of the highest score: exact up to 14 places, over all ways to join neighbouring texts. More places are
/// matched by the Hungarian method with every text a cell of its own. `forbidden`: that place must not get that cell.
struct ForbiddenPair {
    std::size_t place = 0;
    CellRange cell;
};
Matching best_matching(const MatchingProblem& problem, const std::optional<ForbiddenPair>& forbidden = std::nullopt);

}  // namespace torimatome::parsers
