#include "text/word_diff.hpp"

#include <gtest/gtest.h>

#include <random>

namespace torimatome::text {
namespace {

using Op = DiffPart::Op;

const Notation kNotation = {.variants = {}, .terms = {"要対協", "児童相談所"}};

std::string joined(const Diff& diff, Op left_out) {
    std::string text;
    for (const DiffPart& part : diff) {
        if (part.op != left_out) text += part.text;
    }
    return text;
}

// 「=」 equal, 「-」 removed, 「+」 inserted.
std::string shown(const Diff& diff) {
    std::string text;
    for (const DiffPart& part : diff) {
        const char* sign = part.op == Op::equal ? "=" : part.op == Op::remove ? "-" : "+";
        text += "[" + std::string(sign) + part.text + "]";
    }
    return text;
}

std::string shown(std::string_view older, std::string_view newer) {
    return shown(WordDiff(kNotation).compare(older, newer));
}

TEST(WordDiffTest, TellsEqualTextsAsOnePart) {
    EXPECT_EQ(shown("研修を行った。", "研修を行った。"), "[=研修を行った。]");
    EXPECT_EQ(shown("", ""), "");
}

TEST(WordDiffTest, ChangesWholeWordsAndNumbers) {
    EXPECT_EQ(shown("令和3年度は研修を12回行った。", "令和4年度は研修を3回行った。"),
              "[-令和3年度][+令和4年度][=は研修を][-12][+3][=回行った。]");
    EXPECT_EQ(shown("受講率は86%である。", "受講率は92.5%である。"), "[=受講率は][-86%][+92.5%][=である。]");
}

TEST(WordDiffTest, KeepsTermsWhole) {
    EXPECT_EQ(shown("要対協の会議を月1回開く。", "協議会の会議を月1回開く。"),
              "[-要対協][+協議会][=の会議を月1回開く。]");
    EXPECT_EQ(shown("児童相談所に職員を置く。", "児童相談室に職員を置く。"),
              "[-児童相談所][+児童相談室][=に職員を置く。]");
}

TEST(WordDiffTest, AlignsSentencesFirst) {
    EXPECT_EQ(shown("・窓口を増やす。\n・研修を行う。", "・手引を配る。\n・窓口を2つ増やす。\n・研修を行う。"),
              "[+・手引を配る。\n][=・窓口を][+2つ][=増やす。\n・研修を行う。]");
}

TEST(WordDiffTest, MergesIslandsOfAParticle) {
    EXPECT_EQ(shown("担当者が夜間に電話を受け付ける体制を整える。", "保健師が休日に電話を受け付ける体制を整える。"),
              "[-担当者が夜間][+保健師が休日][=に電話を受け付ける体制を整える。]");
}

TEST(WordDiffTest, ShowsAHeavyRewriteAsOneReplacement) {
    EXPECT_EQ(shown("研修を年2回行う。", "手引を全ての学校に配り、使い方を説明する。"),
              "[-研修を年2回行う。][+手引を全ての学校に配り、使い方を説明する。]");
}

TEST(WordDiffTest, GivesAddedAndRemovedTexts) {
    EXPECT_EQ(shown("", "新しい。"), "[+新しい。]");
    EXPECT_EQ(shown("古い。", ""), "[-古い。]");
}

TEST(WordDiffTest, SeesIdeographsInRadicals) {
    // ⼦ (U+2F26) as the dictionary's 子: the word is not cut behind it.
    EXPECT_EQ(shown("⼦ども食堂を開く。", "子ども食堂を開く。"), "[-⼦ども][+子ども][=食堂を開く。]");
}

// Whatever the texts, both can be put together again from the parts.
TEST(WordDiffTest, RebuildsBothTextsToTheCharacter) {
    const std::vector<std::string> pieces = {
        "令和3年度", "令和4年度は", "要対協", "の",       "会議を", "12回", "、",       "。",   "\n",   "・", "⼦ども",
        "子ども",    "見守り",      "を行う", "「話。」", "１２%",  " ",    "か\u3099", "𠮷野", "\xff", "III"};
    std::mt19937 random(6);
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    std::uniform_int_distribution<int> length(0, 30);
    const WordDiff diff(kNotation);
    for (int round = 0; round < 500; ++round) {
        std::string older;
        std::string newer;
        for (int i = length(random); i > 0; --i) {
            const std::string& next = pieces[piece(random)];
            if (piece(random) > 3) older += next;
            if (piece(random) > 3) newer += next;
        }
        const Diff parts = diff.compare(older, newer);
        ASSERT_EQ(joined(parts, Op::insert), older);
        ASSERT_EQ(joined(parts, Op::remove), newer);
        for (std::size_t i = 1; i < parts.size(); ++i) ASSERT_NE(parts[i - 1].op, parts[i].op);
        for (const DiffPart& part : parts) ASSERT_FALSE(part.text.empty());
    }
}

}  // namespace
}  // namespace torimatome::text
