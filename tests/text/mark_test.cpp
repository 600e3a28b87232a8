#include "text/mark.hpp"

#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

/// "number text length", with "~" behind it where a look-alike was read; "none" for no mark.
std::string shown(const std::optional<Mark>& mark) {
    if (!mark) return "none";
    return std::to_string(mark->number) + " " + mark->text + " " + std::to_string(mark->length) +
           (mark->through_look_alike ? "~" : "");
}

struct Case {
    const char* text;
    const char* expected;
};

void expect_leading(MarkStyle style, std::initializer_list<Case> cases) {
    for (const Case& c : cases) EXPECT_EQ(shown(leading_mark(c.text, style)), c.expected) << c.text;
}

TEST(LeadingMark, Circled) {
    expect_leading(MarkStyle::circled, {{"① ア 区を", "1 ① 3"},
                                        {"⑳区を", "20 ⑳ 3"},
                                        {"㉑", "21 ㉑ 3"},
                                        {"㉟", "35 ㉟ 3"},
                                        {"㊱", "36 ㊱ 3"},
                                        {"㊿", "50 ㊿ 3"},
                                        {"❶", "1 ❶ 3"},
                                        {"⓫", "11 ⓫ 3"},
                                        {"　② 区", "2 ② 6"},
                                        {"ア ①", "none"},
                                        {"1", "none"},
                                        {"", "none"}});
}

TEST(LeadingMark, KatakanaInTheOrderOfOfficialDocuments) {
    int number = 0;
    for (const char* letter :
         {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ", "ス", "セ", "ソ", "タ",
          "チ", "ツ", "テ", "ト", "ナ", "ニ", "ヌ", "ネ", "ノ", "ハ", "ヒ", "フ", "ヘ", "ホ", "マ", "ミ",
          "ム", "メ", "モ", "ヤ", "ユ", "ヨ", "ラ", "リ", "ル", "レ", "ロ", "ワ", "ヲ", "ン"}) {
        ++number;
        EXPECT_EQ(shown(whole_mark(letter, MarkStyle::katakana)), std::to_string(number) + " " + letter + " 3");
        EXPECT_EQ(mark_text(MarkStyle::katakana, number), letter);
    }
    EXPECT_EQ(shown(whole_mark("ｵ", MarkStyle::katakana)), "5 ｵ 3");
}

TEST(LeadingMark, KatakanaThatGoesOnIsNone) {
    expect_leading(MarkStyle::katakana, {{"ア 区を", "1 ア 3"},
                                         {"ア　区を", "1 ア 3"},
                                         {"ウ\n区を", "3 ウ 3"},
                                         {"エ．区を", "4 エ 3"},
                                         {"オ、区を", "5 オ 3"},
                                         {"アセスメント", "none"},
                                         {"ア区を", "none"},
                                         {"あ 区", "none"},
                                         {"① ア", "none"}});
}

TEST(LeadingMark, ReadsLookAlikesAndSaysSo) {
    expect_leading(MarkStyle::katakana, {{"工 各職場", "4 工 3~"},
                                         {"力 区を", "6 力 3~"},
                                         {"口", "43 口 3~"},
                                         {"二 区を", "22 二 3~"},
                                         {"八", "26 八 3~"},
                                         {"卜", "20 卜 3~"},
                                         {"夕", "16 夕 3~"},
                                         {"⼯ 区を", "4 ⼯ 3~"},
                                         {"⼒", "6 ⼒ 3~"},
                                         {"工事を", "none"},
                                         {"力量", "none"},
                                         {"④ 工 各職場", "none"}});
    expect_leading(MarkStyle::parenthesised_katakana, {{"(工) 区を", "4 (工) 5~"}});
}

TEST(LeadingMark, Parenthesised) {
    expect_leading(MarkStyle::parenthesised, {{"(1) 区を", "1 (1) 3"},
                                              {"（１）区を", "1 （１） 9"},
                                              {"（2)区", "2 （2) 5"},
                                              {"⑴区", "1 ⑴ 3"},
                                              {"⒇", "20 ⒇ 3"},
                                              {"( 3 ) 区", "3 ( 3 ) 5"},
                                              {"（12）", "12 （12） 8"},
                                              {"(0)", "none"},
                                              {"(2021)", "none"},
                                              {"(案)", "none"},
                                              {"(1", "none"},
                                              {"1)", "none"}});
}

TEST(LeadingMark, Number) {
    expect_leading(MarkStyle::number, {{"1 区を", "1 1 1"},
                                       {"１　区を", "1 １ 3"},
                                       {"1. 区を", "1 1. 2"},
                                       {"１．区を", "1 １． 6"},
                                       {"1．区を", "1 1． 4"},
                                       {"12", "12 12 2"},
                                       {"3、区を", "3 3 1"},
                                       {"⒈区", "1 ⒈ 3"},
                                       {"10区", "none"},
                                       {"1.5倍", "none"},
                                       {"10/2", "none"},
                                       {"1,170人", "none"},
                                       {"2021 年", "none"},
                                       {"0 ", "none"},
                                       {"①", "none"},
                                       {"9月まで", "none"}});
}

TEST(LeadingMark, Roman) {
    expect_leading(MarkStyle::roman, {{"Ⅰ 区を", "1 Ⅰ 3"},
                                      {"Ⅻ", "12 Ⅻ 3"},
                                      {"ⅰ", "1 ⅰ 3"},
                                      {"I 区を", "1 I 1"},
                                      {"III", "3 III 3"},
                                      {"IV. 区", "4 IV 2"},
                                      {"ＩＩ", "2 ＩＩ 6"},
                                      {"ⅩⅢ", "13 ⅩⅢ 6"},
                                      {"viii", "8 viii 4"},
                                      {"IIII", "none"},
                                      {"Iv", "none"},
                                      {"ⅠⅡ", "none"},
                                      {"IT 化", "none"},
                                      {"VI型", "none"},
                                      {"X", "10 X 1"},
                                      {"C", "none"}});
}

TEST(LeadingMark, Letter) {
    expect_leading(MarkStyle::letter, {{"a 区を", "1 a 1"},
                                       {"(b) 区", "2 (b) 3"},
                                       {"ｃ．", "3 ｃ 3"},
                                       {"（ｄ）", "4 （ｄ） 9"},
                                       {"A", "1 A 1"},
                                       {"⒜", "1 ⒜ 3"},
                                       {"ab", "none"},
                                       {"a型", "none"}});
}

TEST(LeadingMark, ParenthesisedKatakana) {
    expect_leading(MarkStyle::parenthesised_katakana, {{"(ア) 区を", "1 (ア) 5"},
                                                       {"（イ）区を", "2 （イ） 9"},
                                                       {"(ｳ)", "3 (ｳ) 5"},
                                                       {"（アイ）", "none"},
                                                       {"(案)", "none"}});
}

TEST(WholeMark, LetsOnlySpacesAndAFullStopStandBeside) {
    EXPECT_EQ(shown(whole_mark(" ① ", MarkStyle::circled)), "1 ① 4");
    EXPECT_EQ(shown(whole_mark("ア．", MarkStyle::katakana)), "1 ア 3");
    EXPECT_EQ(shown(whole_mark("１．", MarkStyle::number)), "1 １． 6");
    EXPECT_EQ(shown(whole_mark("① ア", MarkStyle::circled)), "none");
    EXPECT_EQ(shown(whole_mark("", MarkStyle::circled)), "none");
}

TEST(MarkText, GivesTheUsualForm) {
    EXPECT_EQ(mark_text(MarkStyle::circled, 3), "③");
    EXPECT_EQ(mark_text(MarkStyle::circled, 21), "㉑");
    EXPECT_EQ(mark_text(MarkStyle::circled, 50), "㊿");
    EXPECT_EQ(mark_text(MarkStyle::circled, 51), "(51)");
    EXPECT_EQ(mark_text(MarkStyle::katakana, 3), "ウ");
    EXPECT_EQ(mark_text(MarkStyle::katakana, 47), "47");
    EXPECT_EQ(mark_text(MarkStyle::parenthesised, 3), "(3)");
    EXPECT_EQ(mark_text(MarkStyle::number, 3), "3");
    EXPECT_EQ(mark_text(MarkStyle::roman, 3), "III");
    EXPECT_EQ(mark_text(MarkStyle::roman, 39), "XXXIX");
    EXPECT_EQ(mark_text(MarkStyle::roman, 40), "40");
    EXPECT_EQ(mark_text(MarkStyle::letter, 3), "c");
    EXPECT_EQ(mark_text(MarkStyle::letter, 27), "27");
    EXPECT_EQ(mark_text(MarkStyle::parenthesised_katakana, 3), "(ウ)");
}

TEST(MarkText, IsReadBack) {
    for (const MarkStyle style : {MarkStyle::circled, MarkStyle::katakana, MarkStyle::parenthesised, MarkStyle::number,
                                  MarkStyle::roman, MarkStyle::letter, MarkStyle::parenthesised_katakana}) {
        for (int number = 1; number <= 26; ++number) {
            const std::optional<Mark> mark = whole_mark(mark_text(style, number), style);
            ASSERT_TRUE(mark.has_value()) << mark_text(style, number);
            EXPECT_EQ(mark->number, number);
            EXPECT_FALSE(mark->through_look_alike);
        }
    }
}

TEST(MarkStyleFromName, KnowsItsNames) {
    EXPECT_EQ(mark_style_from_name("circled"), MarkStyle::circled);
    EXPECT_EQ(mark_style_from_name("katakana"), MarkStyle::katakana);
    EXPECT_EQ(mark_style_from_name("parenthesised"), MarkStyle::parenthesised);
    EXPECT_EQ(mark_style_from_name("number"), MarkStyle::number);
    EXPECT_EQ(mark_style_from_name("roman"), MarkStyle::roman);
    EXPECT_EQ(mark_style_from_name("letter"), MarkStyle::letter);
    EXPECT_EQ(mark_style_from_name("parenthesised-katakana"), MarkStyle::parenthesised_katakana);
    EXPECT_EQ(mark_style_from_name("Circled"), std::nullopt);
    EXPECT_EQ(mark_style_from_name(""), std::nullopt);
}

TEST(StartsWithBullet, LooksAtTheStartOfTheLine) {
    for (const char* line : {"・研修", "･研修", "• 研修", "○目標", "●", "◎ 目標", "◯目標", "〇目標", "※注", "【内容】",
                             "■", "□", "◆", "◇", "－ 研修", "- 研修", "　・研修"}) {
        EXPECT_TRUE(starts_with_bullet(line)) << line;
    }
    for (const char* line : {"－5%", "-5%", "ー研修", "子ども・子育て", "研修", "", "　", "【再掲】", "【再掲：1-①】",
                             "○○課の取組", "●●市", "・・・", "○×△", "〇一年", "〇〇区", "①研修", "(1)"}) {
        EXPECT_FALSE(starts_with_bullet(line)) << line;
    }
}

TEST(NumeralValue, ReadsRomanAndArabic) {
    for (const char* text : {"I", "Ⅰ", "Ｉ", "1", "１", "ⅰ", "i", " I "}) EXPECT_EQ(numeral_value(text), 1) << text;
    for (const char* text : {"III", "Ⅲ", "ＩＩＩ", "iii"}) EXPECT_EQ(numeral_value(text), 3) << text;
    for (const char* text : {"", "III III", "Ⅰ・Ⅱ", "ⅠⅡ", "Iii", "①", "継続", "1.", "II 拡充", "IIII", "0"}) {
        EXPECT_EQ(numeral_value(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace torimatome::text
