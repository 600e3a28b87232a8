#include "tests/golden/line_diff.hpp"

#include <gtest/gtest.h>

namespace torimatome {
namespace {

TEST(LineDiff, EqualTextsHaveNone) {
    EXPECT_EQ(line_diff("", ""), "");
    EXPECT_EQ(line_diff("a\nb\n", "a\nb\n"), "");
}

TEST(LineDiff, ShowsWhatChangedWithItsSurroundings) {
    EXPECT_EQ(line_diff("1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\n4\nfive\n6\n7\n"),
              "  ...\n  3\n  4\n- 5\n+ five\n  6\n  7\n");
    EXPECT_EQ(line_diff("a\nb\n", "a\nb\nc\n"), "  a\n  b\n+ c\n");
    EXPECT_EQ(line_diff("a\nb\n", "b\n"), "- a\n  b\n");
}

TEST(LineDiff, SaysWhereOnlyLineEndsDiffer) {
    EXPECT_EQ(line_diff("a\n", "a"), "(the texts differ in their line ends only)\n");
}

}  // namespace
}  // namespace torimatome
