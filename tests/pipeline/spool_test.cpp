#include "pipeline/spool.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <utility>

namespace torimatome::pipeline {
namespace {

TEST(Spool, IsEmptyAtFirst) {
    Spool spool;
    EXPECT_EQ(spool.size(), 0U);
    EXPECT_EQ(spool.text(), "");
    EXPECT_EQ(spool.take_line(), "");
}

TEST(Spool, GivesBackWhatWasAppendedWhateverItsMemory) {
    for (const std::size_t memory : {0U, 1U, 5U, 8U, 100U}) {
        Spool spool(memory);
        spool.append("取組");
        spool.append("");
        spool.append("12345");
        EXPECT_EQ(spool.size(), 11U);
        EXPECT_EQ(spool.text(), "取組12345");
        std::ostringstream out;
        spool.copy_to(out);
        EXPECT_EQ(out.str(), "取組12345");
    }
}

TEST(Spool, TakesTheFirstLineOff) {
    Spool spool(8);
    spool.append("head\nbody and more");
    EXPECT_EQ(spool.take_line(), "head");
    EXPECT_EQ(spool.text(), "body and more");
    EXPECT_EQ(spool.size(), 13U);
}

TEST(Spool, MovesWithItsFile) {
    Spool spool(2);
    spool.append("abcdef");
    Spool moved = std::move(spool);
    EXPECT_EQ(moved.text(), "abcdef");
    Spool assigned;
    assigned = std::move(moved);
    EXPECT_EQ(assigned.text(), "abcdef");
}

}  // namespace
}  // namespace torimatome::pipeline
