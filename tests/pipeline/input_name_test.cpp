#include "pipeline/input_name.hpp"

#include <gtest/gtest.h>

namespace torimatome::pipeline {
namespace {

TEST(InputName, IsTheFileNameWhereThatIsEnough) {
    EXPECT_EQ(input_names({"/a/b/回答.xlsx", "別紙.xlsx"}), (std::vector<std::string>{"回答.xlsx", "別紙.xlsx"}));
}

TEST(InputName, HasAsManyFoldersAsTellTheInputsApart) {
    EXPECT_EQ(input_names({"in/1/x/回答.xlsx", "in/2/x/回答.xlsx", "in/2/y/回答.xlsx", "in/other.xlsx"}),
              (std::vector<std::string>{"1/x/回答.xlsx", "2/x/回答.xlsx", "y/回答.xlsx", "other.xlsx"}));
}

TEST(InputName, OneFileGivenTwiceKeepsItsName) {
    EXPECT_EQ(input_names({"a.xlsx", "a.xlsx"}), (std::vector<std::string>{"a.xlsx", "a.xlsx"}));
}

TEST(InputName, NamesInCodePage932AreShownAsText) {
    EXPECT_EQ(display_text("\x89\xF1\x93\x9A.xlsx"), "回答.xlsx");
    EXPECT_EQ(display_text("回答.xlsx"), "回答.xlsx");
}

TEST(InputName, ControlCharactersCannotReachTheTerminal) {
    EXPECT_EQ(display_text("a\033[2Jb\nc"), "a\uFFFD[2Jb\uFFFDc");
}

}  // namespace
}  // namespace torimatome::pipeline
