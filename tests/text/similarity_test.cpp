#include "text/similarity.hpp"

#include <gtest/gtest.h>

#include <string>

namespace torimatome::text {
namespace {

TEST(BigramDice, CountsSharedPairsOfCharacters) {
    EXPECT_DOUBLE_EQ(bigram_dice("取組結果", "取組結果"), 1.0);
    EXPECT_DOUBLE_EQ(bigram_dice("取組結果", "取組実績"), 2.0 / 6.0);
    EXPECT_DOUBLE_EQ(bigram_dice("児童", "相談"), 0.0);
    EXPECT_DOUBLE_EQ(bigram_dice("abcd", "bcde"), 4.0 / 6.0);
}

TEST(BigramDice, CountsRepeatedPairsOnceEach) {
    EXPECT_DOUBLE_EQ(bigram_dice("aaaa", "aa"), 2.0 / 4.0);
    EXPECT_DOUBLE_EQ(bigram_dice("abab", "abba"), 4.0 / 6.0);
}

TEST(BigramDice, ComparesShortKeysAsTheyAre) {
    EXPECT_DOUBLE_EQ(bigram_dice("", ""), 1.0);
    EXPECT_DOUBLE_EQ(bigram_dice("", "区"), 0.0);
    EXPECT_DOUBLE_EQ(bigram_dice("区", "区"), 1.0);
    EXPECT_DOUBLE_EQ(bigram_dice("区", "市"), 0.0);
    EXPECT_DOUBLE_EQ(bigram_dice("区", "区役所"), 0.0);
}

TEST(BigramDice, IsSymmetric) {
    EXPECT_DOUBLE_EQ(bigram_dice("相談体制を構築した", "相談体制を強化した"),
                     bigram_dice("相談体制を強化した", "相談体制を構築した"));
}

TEST(Containment, IsOneForAnExcerpt) {
    EXPECT_DOUBLE_EQ(containment("相談体制", "区の相談体制を強化した"), 1.0);
    EXPECT_DOUBLE_EQ(containment("区の相談体制を強化した", "相談体制"), 3.0 / 10.0);
    EXPECT_DOUBLE_EQ(containment("", "区"), 1.0);
    EXPECT_DOUBLE_EQ(containment("区", "区役所"), 1.0);
    EXPECT_DOUBLE_EQ(containment("市", "区役所"), 0.0);
    EXPECT_DOUBLE_EQ(containment("区役所", ""), 0.0);
    EXPECT_DOUBLE_EQ(containment("aaa", "aa"), 1.0 / 2.0);
}

TEST(Bigrams, GiveTheSameMeasures) {
    const std::string keys[] = {"", "区", "相談体制", "区の相談体制を強化した"};
    for (const std::string& a : keys) {
        for (const std::string& b : keys) {
            EXPECT_DOUBLE_EQ(bigram_dice(Bigrams(a), Bigrams(b)), bigram_dice(a, b));
            EXPECT_DOUBLE_EQ(containment(Bigrams(a), Bigrams(b)), containment(a, b));
        }
    }
}

TEST(Bigrams, ReachWhatTheMeasureReaches) {
    const std::string keys[] = {"",
                                "区",
                                "区役所",
                                "相談体制",
                                "相談体制を構築した",
                                "相談体制を強化した",
                                "区の相談体制を強化した",
                                "防災訓練を四回行い延べ二百人が参加した"};
    for (const std::string& a : keys) {
        for (const std::string& b : keys) {
            for (const double least : {0.0, 0.1, 0.3, 0.5, 0.8, 0.9, 1.0}) {
                EXPECT_EQ(bigram_dice_reaches(Bigrams(a), Bigrams(b), least), bigram_dice(a, b) >= least)
                    << a << " / " << b << " / " << least;
            }
        }
    }
}

TEST(Similarity, CopesWithLongTexts) {
    std::string a;
    std::string b;
    for (int i = 0; i < 50'000; ++i) {
        a += "相談体制";
        b += "体制相談";
    }
    EXPECT_NEAR(bigram_dice(a, b), 1.0, 0.001);
}

}  // namespace
}  // namespace torimatome::text
