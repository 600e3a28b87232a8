#include "text/myers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace torimatome::text {
namespace {

// The length of the longest common subsequence, by the plain table.
int longest_common(const std::vector<int>& a, const std::vector<int>& b) {
    std::vector<std::vector<int>> best(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
        }
    }
    return best[a.size()][b.size()];
}

TEST(MyersTest, GivesTheShortestScript) {
    std::mt19937 random(4);
    std::uniform_int_distribution<int> length(0, 25);
    std::uniform_int_distribution<int> value(0, 5);
    for (int round = 0; round < 500; ++round) {
        std::vector<int> a(static_cast<std::size_t>(length(random)));
        std::vector<int> b(static_cast<std::size_t>(length(random)));
        std::generate(a.begin(), a.end(), [&] { return value(random); });
        std::generate(b.begin(), b.end(), [&] { return value(random); });
        std::size_t i = 0;
        std::size_t j = 0;
        int kept = 0;
        for (const Edit edit : shortest_edits(a, b)) {
            if (edit == Edit::keep) {
                ASSERT_EQ(a.at(i), b.at(j));
                ++kept;
            }
            i += edit != Edit::insert;
            j += edit != Edit::remove;
        }
        ASSERT_EQ(i, a.size());
        ASSERT_EQ(j, b.size());
        ASSERT_EQ(kept, longest_common(a, b));
    }
}

TEST(MyersTest, ReplacesWhatHasThousandsOfEdits) {
    const std::vector<int> a(5000, 1);
    const std::vector<int> b(5000, 2);
    const std::vector<Edit> edits = shortest_edits(a, b);
    EXPECT_EQ(std::count(edits.begin(), edits.end(), Edit::remove), 5000);
    EXPECT_EQ(std::count(edits.begin(), edits.end(), Edit::insert), 5000);
}

}  // namespace
}  // namespace torimatome::text
