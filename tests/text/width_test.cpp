#include "text/width.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Le;
using ::testing::SizeIs;

TEST(DisplayWidth, CountsHalfWidths) {
    const struct {
        const char* text;
        int width;
    } cases[] = {
        {"", 0},       {"abc 1", 5},  {"子ども", 6},   {"ｱﾞ", 2},           {"Ａ１", 4},         {"①Ⅱ…※○―", 12},
        {"é", 2},      {"。「」", 6}, {"か\u3099", 2}, {"葛\U000E0100", 2}, {"𠮷", 2},           {"a\nb\r\n", 2},
        {"\uE000", 2}, {"\t", 1},     {"　", 2},       {"e\u0301", 1},      {"\u200B\uFEFF", 0}, {"\xFF", 2}};
    for (const auto& c : cases) EXPECT_EQ(display_width(c.text), c.width) << c.text;
}

TEST(Wrap, BreaksJapaneseAnywhere) { EXPECT_THAT(wrap("児童相談所職員", 6), ElementsAre("児童相", "談所職", "員")); }

TEST(Wrap, GivesOneLineForWhatFits) {
    EXPECT_THAT(wrap("児童", 4), ElementsAre("児童"));
    EXPECT_THAT(wrap("", 4), ElementsAre(""));
}

TEST(Wrap, KeepsTheAuthorsLines) {
    EXPECT_THAT(wrap("児童\n\n相談所\n", 4), ElementsAre("児童", "", "相談", "所", ""));
}

TEST(Wrap, StartsNoLineWithClosingSigns) {
    EXPECT_THAT(wrap("児童相談、区", 8), ElementsAre("児童相", "談、区"));
    EXPECT_THAT(wrap("児童（区）の", 8), ElementsAre("児童", "（区）の"));
    EXPECT_THAT(wrap("相談センター", 10), ElementsAre("相談セン", "ター"));
    EXPECT_THAT(wrap("相談チャンス", 6), ElementsAre("相談", "チャン", "ス"));
    EXPECT_THAT(wrap("子ども・区", 6), ElementsAre("子ど", "も・区"));
}

TEST(Wrap, EndsNoLineWithOpeningSigns) {
    EXPECT_THAT(wrap("児童相「談」", 8), ElementsAre("児童相", "「談」"));
    EXPECT_THAT(wrap("児童【（区）】", 10), ElementsAre("児童", "【（区）】"));
}

TEST(Wrap, KeepsLatinWordsTogether) {
    EXPECT_THAT(wrap("on the job training", 8), ElementsAre("on the", "job", "training"));
    EXPECT_THAT(wrap("区のOff-JTを", 8), ElementsAre("区の", "Off-JTを"));
    EXPECT_THAT(wrap("区の1,170人", 8), ElementsAre("区の", "1,170人"));
}

TEST(Wrap, CutsAWordThatIsWiderThanTheLine) {
    EXPECT_THAT(wrap("abcdefgh", 3), ElementsAre("abc", "def", "gh"));
    EXPECT_THAT(wrap("、、、、", 4), ElementsAre("、、", "、、"));
}

TEST(Wrap, DropsSpacesAtALineEndOnly) {
    EXPECT_THAT(wrap("ab cd", 2), ElementsAre("ab", "cd"));
    EXPECT_THAT(wrap("　児童相談", 6), ElementsAre("　児童", "相談"));
    EXPECT_THAT(wrap("児童 ", 4), ElementsAre("児童 "));
}

TEST(Wrap, KeepsMarksWithTheirCharacter) {
    EXPECT_THAT(wrap("か\u3099か\u3099", 2), ElementsAre("か\u3099", "か\u3099"));
}

TEST(Wrap, TakesTooSmallAWidthForTwo) { EXPECT_THAT(wrap("児童", 0), ElementsAre("児", "童")); }

TEST(Wrap, NeverExceedsTheWidthAndLosesNothing) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "児童「相談」所、OJT（研修）ー";
    for (const int width : {2, 3, 10, 40, 83}) {
        std::string joined;
        for (const std::string& line : wrap(text, width)) {
            EXPECT_LE(display_width(line), width);
            joined += line;
        }
        EXPECT_EQ(joined, text);
    }
}

TEST(Wrap, IsLinearForOneLongLine) {
    const std::string text(200'000, 'a');
    EXPECT_THAT(wrap(text, 100), SizeIs(2'000));
}

}  // namespace
}  // namespace torimatome::text
