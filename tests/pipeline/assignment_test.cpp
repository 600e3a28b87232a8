#include "pipeline/comparison/assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace torimatome::pipeline {
namespace {

double sum(const std::vector<std::vector<Gain>>& gains, const std::vector<int>& columns) {
    double total = 0;
    for (std::size_t row = 0; row < gains.size(); ++row) {
        for (const Gain& gain : gains[row]) {
            if (gain.column == columns[row]) total += gain.gain;
        }
    }
    return total;
}

// Tries everything.
double best_sum(const std::vector<std::vector<Gain>>& gains, std::size_t row, std::vector<bool>& taken) {
    if (row == gains.size()) return 0;
    double best = best_sum(gains, row + 1, taken);
    for (const Gain& gain : gains[row]) {
        if (taken[static_cast<std::size_t>(gain.column)]) continue;
        taken[static_cast<std::size_t>(gain.column)] = true;
        best = std::max(best, gain.gain + best_sum(gains, row + 1, taken));
        taken[static_cast<std::size_t>(gain.column)] = false;
    }
    return best;
}

TEST(AssignmentTest, LetsARowStepBackForTheGoodOfAll) {
    // The first row would take column 0, which is the only one that the second can have.
    EXPECT_EQ(best_assignment({{{0, 0.9}, {1, 0.8}}, {{0, 0.85}}}, 2), (std::vector<int>{1, 0}));
}

TEST(AssignmentTest, LeavesRowsWithoutAPartner) {
    EXPECT_EQ(best_assignment({{}, {{0, 0.5}}, {{0, 0.6}}}, 1), (std::vector<int>{kUnpaired, kUnpaired, 0}));
    EXPECT_EQ(best_assignment({}, 3), std::vector<int>());
}

TEST(AssignmentTest, FindsTheBestOfAll) {
    std::mt19937 random(1);
    std::uniform_int_distribution<int> size(1, 7);
    std::uniform_int_distribution<int> tenth(1, 10);
    for (int round = 0; round < 300; ++round) {
        const int columns = size(random);
        std::vector<std::vector<Gain>> gains(static_cast<std::size_t>(size(random)));
        for (std::vector<Gain>& row : gains) {
            for (int column = 0; column < columns; ++column) {
                if (tenth(random) > 4) row.push_back({column, tenth(random) / 10.0});
            }
        }
        const std::vector<int> assigned = best_assignment(gains, columns);
        std::vector<bool> taken(static_cast<std::size_t>(columns), false);
        ASSERT_NEAR(sum(gains, assigned), best_sum(gains, 0, taken), 1e-9) << round;
        std::vector<int> used;
        for (const int column : assigned) {
            if (column == kUnpaired) continue;
            ASSERT_EQ(std::count(used.begin(), used.end(), column), 0);
            used.push_back(column);
        }
    }
}

}  // namespace
}  // namespace torimatome::pipeline
