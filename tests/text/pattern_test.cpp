#include "text/pattern.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The match as "name=[text] …", years as "name=[text]2021"; "none" where the line does not fit.
std::string shown(const char* pattern, const char* line) {
    const std::optional<PatternMatch> match = Pattern(pattern).match(line);
    if (!match) return "none";
    std::string text = "match";
    for (const auto& [name, value] : match->values) {
        text += " " + name + "=[" + value + "]";
        if (name == "year") text += std::to_string(match->year.value());
        if (name == "next-year") text += std::to_string(match->next_year.value());
    }
    return text;
}

struct Case {
    const char* line;
    const char* expected;
};

void expect_matches(const char* pattern, std::initializer_list<Case> cases) {
    for (const Case& c : cases) EXPECT_EQ(shown(pattern, c.line), c.expected) << pattern << " | " << c.line;
}

TEST(Pattern, ComparesLiteralTextByKey) {
    expect_matches("取組 内容（案）", {{"取組内容（案）", "match"},
                                       {" 取　組 内 容(案) ", "match"},
                                       {"取組內容（案）", "none"},
                                       {"取組内容（案）２", "none"},
                                       {"", "none"}});
    expect_matches("福祉コース", {{"福祉コ－ス", "match"}, {"福祉コ一ス", "match"}, {"福祉ｺｰｽ", "match"}});
    expect_matches("", {{"", "match"}, {"　", "match"}, {"区", "none"}});
}

TEST(Pattern, NeedsASpaceBetweenANumberAndATitle) {
    expect_matches("{number} {title}", {{"1 区及び", "match number=[1] title=[区及び]"},
                                        {"1　区及び 市", "match number=[1] title=[区及び 市]"},
                                        {"１２ 区", "match number=[１２] title=[区]"},
                                        {"1\n区", "match number=[1] title=[区]"},
                                        {"10区の取組", "none"},
                                        {"1 0区の取組", "match number=[1] title=[0区の取組]"},
                                        {"① 区", "none"},
                                        {"1", "none"},
                                        {"1 ", "none"}});
    expect_matches("{number}．{title}", {{"１．区及び", "match number=[１] title=[区及び]"},
                                         {"1. 区及び", "match number=[1] title=[区及び]"},
                                         {"1 区及び", "none"}});
    expect_matches(
        "（{number}） {title}",
        {{"(1)区", "match number=[1] title=[区]"}, {"（１） 区", "match number=[１] title=[区]"}, {"⑴区", "none"}});
}

TEST(Pattern, TakesAllDigitsOfANumber) {
    expect_matches("{any}{number}", {{"資料12", "match any=[資料] number=[12]"}, {"12", "match any=[] number=[12]"}});
    expect_matches(
        "資料{number}",
        {{"資料 １", "match number=[１]"}, {"資 料1", "match number=[1]"}, {"資料①", "none"}, {"資料", "none"}});
    expect_matches("{number}/{number}", {{"３／10", "match number=[３] number=[10]"}, {"3/", "none"}});
    expect_matches("- {number} -",
                   {{"－12－", "match number=[12]"}, {"- 3 -", "match number=[3]"}, {"― ４ ―", "match number=[４]"}});
}

TEST(Pattern, ReadsYearsInAnyNotation) {
    expect_matches("{year}の取組", {{"令和3年度の取組", "match year=[令和3年度]2021"},
                                    {"R３年度の取組", "match year=[R３年度]2021"},
                                    {"R3の取組", "match year=[R3]2021"},
                                    {"令和 ３ 年 度 の取組", "match year=[令和 ３ 年 度]2021"},
                                    {"２０２１年度の取組", "match year=[２０２１年度]2021"},
                                    {"2021の取組", "match year=[2021]2021"},
                                    {"平成31年度の取組", "match year=[平成31年度]2019"},
                                    {"令和元年の取組", "match year=[令和元年]2019"},
                                    {"㋿3年度の取組", "match year=[㋿3年度]2021"},
                                    {"今年度の取組", "none"},
                                    {"平成32年度の取組", "none"}});
    expect_matches("{any}{year}の結果と{next-year}の内容{any}",
                   {{"報告を踏まえた令和3年度の結果と令和４年度の内容 資料",
                     "match any=[報告を踏まえた] year=[令和3年度]2021 next-year=[令和４年度]2022 any=[資料]"},
                    {"R3の結果とR5の内容", "match any=[] year=[R3]2021 next-year=[R5]2023 any=[]"}});
}

TEST(Pattern, ReadsMarksOfAnyStyle) {
    expect_matches("{mark} {title}", {{"① 区", "match mark=[①] title=[区]"},
                                      {"①区", "match mark=[①] title=[区]"},
                                      {"ア　区", "match mark=[ア] title=[区]"},
                                      {"(2) 区", "match mark=[(2)] title=[区]"},
                                      {"（ア）区", "match mark=[（ア）] title=[区]"},
                                      {"Ⅱ 区", "match mark=[Ⅱ] title=[区]"},
                                      {"1. 区", "match mark=[1.] title=[区]"},
                                      {"アセスメント", "none"}});
}

TEST(Pattern, ReadsRomanNumerals) {
    expect_matches("{roman} {title}", {{"Ⅱ 区", "match roman=[Ⅱ] title=[区]"},
                                       {"III 区", "match roman=[III] title=[区]"},
                                       {"ＩＴ の活用", "none"},
                                       {"2 区", "none"}});
}

TEST(Pattern, TakesAsLittleAsItCan) {
    expect_matches("「{title}」{any}", {{"「区」と「市」", "match title=[区] any=[と「市」]"}, {"「」", "none"}});
    expect_matches("{title}について", {{"AについてのBについて", "match title=[AについてのB]"}, {"について", "none"}});
    expect_matches("{any}", {{"", "match any=[]"}, {" 何でも ", "match any=[何でも]"}});
}

TEST(Pattern, GivesTheTextAsWritten) {
    expect_matches("提言{number}：{title}",
                   {{"提言 １: ⼦ども・ｶﾞｲﾄﾞ（ＯＪＴ） ", "match number=[１] title=[⼦ども・ｶﾞｲﾄﾞ（ＯＪＴ）]"},
                    {"提言1:葛\U000E0100城", "match number=[1] title=[葛\U000E0100城]"}});
}

TEST(Pattern, CutsNoCharacterInTwo) {
    expect_matches("（{any}", {{"㈱みなと", "none"}, {"（みなと", "match any=[みなと]"}});
    expect_matches("㈱{any}", {{"㈱みなと", "match any=[みなと]"}, {"（株）みなと", "match any=[みなと]"}});
}

TEST(Pattern, TakesUnknownBracesForText) {
    expect_matches("{nummer} {title}", {{"{nummer} 区", "match title=[区]"}, {"1 区", "none"}});
    EXPECT_THAT(unknown_placeholders("{nummer} {title} {year}{x}{any"), ElementsAre("nummer", "x"));
    EXPECT_THAT(unknown_placeholders("{number}{title}{any}{year}{next-year}{mark}{roman}"), IsEmpty());
}

TEST(Pattern, GivesTheFirstValueOfAName) {
    const std::optional<PatternMatch> match = Pattern("{number}/{number}").match("3/10");
    ASSERT_TRUE(match.has_value());
    EXPECT_EQ(match->value("number"), "3");
    EXPECT_EQ(match->value("title"), "");
    EXPECT_EQ(match->year, std::nullopt);
}

TEST(Pattern, EndsSoonOnLongLines) {
    std::string line;
    for (int i = 0; i < 500; ++i) line += "取組";
    EXPECT_FALSE(Pattern("{any}取{any}組{any}取{any}内{title}").match(line).has_value());
}

TEST(PatternSimilarity, SeesThroughAMisreadCharacter) {
    const Pattern title("{any}{year}の取組結果と{next-year}の取組内容{any}");
    EXPECT_DOUBLE_EQ(title.similarity("報告を踏まえた令和3年度の取組結果と令和4年度の取組内容"), 1.0);
    EXPECT_GE(title.similarity("報告を踏まえた令和3年度の取組実績と令和4年度の取組内容"), 0.7);
    EXPECT_LE(title.similarity("区を単位とした相談支援体制のあり方について"), 0.1);

    const Pattern heading("{year}の取組とその結果");
    EXPECT_DOUBLE_EQ(heading.similarity("R3年度の取組とその結果"), 1.0);
    EXPECT_GE(heading.similarity("令和3年度の取組とその結杲"), 0.8);
    EXPECT_LE(heading.similarity("担当部"), 0.1);
}

TEST(PatternSimilarity, LooksAtEachEndApart) {
    const Pattern pattern("提言に対する{title}の評価報告書");
    EXPECT_DOUBLE_EQ(pattern.similarity("提言に対するみなと市における長い長い名前の取組の評価報告書"), 1.0);
    EXPECT_GE(pattern.similarity("提言に対するみなと市の評価報吿書"), 0.6);
}

TEST(PatternSimilarity, DoesNotMindTheNumber) {
    EXPECT_DOUBLE_EQ(Pattern("資料{number}").similarity("資料１２"), 1.0);
    EXPECT_DOUBLE_EQ(Pattern("{number}ページ").similarity("12 ページ"), 1.0);
}

TEST(PatternSimilarity, IsOnlyTheMatchWhereThereIsNoTextToCompare) {
    EXPECT_DOUBLE_EQ(Pattern("{number} {title}").similarity("1 区"), 1.0);
    EXPECT_DOUBLE_EQ(Pattern("{number} {title}").similarity("10区"), 0.0);
}

}  // namespace
}  // namespace torimatome::text
