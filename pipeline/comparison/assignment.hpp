// The best way to pair the rows of two lists, each at most once.
#pragma once

#include <vector>

namespace torimatome::pipeline {

/// What is won by pairing a row with a column; more than 0.
struct Gain {
    int column = 0;
    double gain = 0;
};

inline constexpr int kUnpaired = -1;

/// For each row the column that it is paired with, or kUnpaired, so that the sum of all gains is the greatest that can
/// be. Rows and columns are counted from 0; what `gains` does not list is never paired. Shortest augmenting paths
/// (Jonker and Volgenant 1987) over the listed pairs only: with a bounded number of them a row, no worse than
/// quadratic.
std::vector<int> best_assignment(const std::vector<std::vector<Gain>>& gains, int columns);

}  // namespace torimatome::pipeline
