#include "writers/workbook/text_height.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace torimatome::writers {
namespace {

TEST(TextHeight, CountsTheLinesOfTheColumn) {
    // 13.05 pt a line and 4.5 pt around, in whole pixels of 0.75 pt.
    EXPECT_EQ(text_height("", 20, 9), 18.0);
    EXPECT_EQ(text_height("十文字で一行になる文", 20, 9), 18.0);
    EXPECT_EQ(text_height("十一文字で二行になる文。", 20, 9), 30.75);
    EXPECT_EQ(text_height("a\nb\nc", 20, 9), 44.25);
}

TEST(TextHeight, LeavesALineToSpareInLongTexts) {
    EXPECT_EQ(text_height("1\n2\n3\n4\n5", 20, 9), 69.75) << "five lines: as they are";
    EXPECT_EQ(text_height("1\n2\n3\n4\n5\n6", 20, 9), 96.0) << "six lines: room for seven";
    std::string forty;
    for (int i = 0; i < 39; ++i) forty += "行\n";
    EXPECT_EQ(text_height(forty + "行", 20, 9), 566.25) << "forty lines: room for 43";
}

TEST(TextHeight, ExpectsWiderLatinLetters) {
    EXPECT_EQ(text_height("abcdefghijklmnop", 20, 9), 30.75) << "16 letters may need the room of 21";
    EXPECT_EQ(roomy_width("abcdefghij\n漢字"), 13.0);
}

TEST(TextHeight, TellsQuicklyWhatIsSurelyLowEnough) {
    EXPECT_TRUE(surely_within("", 20, 9, 18));
    EXPECT_FALSE(surely_within("一行", 20, 9, 17));
    EXPECT_TRUE(surely_within("十文字で一行になる文", 20, 9, 40));
    EXPECT_FALSE(surely_within("十文字で一行になる文", 20, 9, 18)) << "close: a closer look is needed";
    EXPECT_FALSE(surely_within("a\nb\nc", 20, 9, 40));
}

}  // namespace
}  // namespace torimatome::writers
