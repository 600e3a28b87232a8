#include "text/notation_key.hpp"

#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

const NotationFolder kFolder({.variants = {{"取組", "取り組み", "取組み"}, {"こども", "子ども"}}, .terms = {}});

TEST(NotationKeyTest, FoldsTheListedWordsAndWidths) {
    EXPECT_EQ(kFolder.key("子どもの取り組み（１回）"), kFolder.key("こどもの取組(1回)"));
    EXPECT_EQ(kFolder.key("取組みを行う"), "取組を行う");
}

TEST(NotationKeyTest, FoldsWordsWithOtherUsesToo) {
    const NotationFolder folder({.variants = {}, .loose_variants = {{"など", "等"}}, .terms = {}});
    EXPECT_EQ(folder.key("保健所等"), "保健所など");
}

TEST(NotationKeyTest, FoldsYearsToTheirNumberOnly) {
    EXPECT_EQ(kFolder.key("R3年度"), kFolder.key("令和３年度"));
    EXPECT_NE(kFolder.key("令和3年度"), kFolder.key("令和4年度"));
}

TEST(NotationKeyTest, TakesTheCommasOutOfNumbers) {
    EXPECT_EQ(kFolder.key("2,214人"), kFolder.key("２２１４人"));
    EXPECT_NE(kFolder.key("2,21人"), kFolder.key("221人"));
}

TEST(NotationKeyTest, TellsOtherWordsApart) { EXPECT_NE(kFolder.key("こども家庭部"), kFolder.key("児童家庭部")); }

}  // namespace
}  // namespace torimatome::text
