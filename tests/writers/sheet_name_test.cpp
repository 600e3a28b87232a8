#include "writers/workbook/sheet_name.hpp"

#include <gtest/gtest.h>

namespace torimatome::writers {
namespace {

TEST(SheetName, IsKeptWhereExcelAcceptsIt) {
    std::set<std::string> taken;
    EXPECT_EQ(unique_sheet_name("提言1", taken), "提言1");
    EXPECT_EQ(unique_sheet_name("提言2", taken), "提言2");
}

TEST(SheetName, GetsANumberWhereItIsThereAlready) {
    std::set<std::string> taken;
    EXPECT_EQ(unique_sheet_name("提言1", taken), "提言1");
    EXPECT_EQ(unique_sheet_name("提言1", taken), "提言1 (2)");
    EXPECT_EQ(unique_sheet_name("提言1", taken), "提言1 (3)");
    EXPECT_EQ(unique_sheet_name("List", taken), "List");
    EXPECT_EQ(unique_sheet_name("LIST", taken), "LIST (2)");
}

TEST(SheetName, HasFullWidthFormsForForbiddenCharacters) {
    std::set<std::string> taken;
    EXPECT_EQ(unique_sheet_name("[a]:b*c?d/e\\f", taken), "［a］：b＊c？d／e＼f");
    EXPECT_EQ(unique_sheet_name("一\n二", taken), "一 二");
}

TEST(SheetName, IsCutTo31Units) {
    std::set<std::string> taken;
    const std::string long_name = "みなと市における子育て家庭のための身近な相談支援体制の強化について";
    EXPECT_EQ(unique_sheet_name(long_name, taken), "みなと市における子育て家庭のための身近な相談支援体制の強化につ");
    EXPECT_EQ(unique_sheet_name(long_name, taken), "みなと市における子育て家庭のための身近な相談支援体制の (2)");
    std::string pairs;
    for (int i = 0; i < 20; ++i) pairs += "𠮷";
    EXPECT_EQ(unique_sheet_name(pairs, taken).size(), 15U * 4) << "a character of two units is not cut in two";
}

TEST(SheetName, HasNoApostropheAtItsEndsAndIsNeverEmpty) {
    std::set<std::string> taken;
    EXPECT_EQ(unique_sheet_name("'a'b'", taken), "a'b");
    EXPECT_EQ(unique_sheet_name("", taken), "シート");
    EXPECT_EQ(unique_sheet_name("history", taken), "シートhistory");
    EXPECT_EQ(unique_sheet_name("\x01", taken), "シート (2)");
}

TEST(SheetName, IsQuotedForReferences) {
    EXPECT_EQ(quoted_sheet_name("提言1"), "'提言1'");
    EXPECT_EQ(quoted_sheet_name("a'b"), "'a''b'");
}

}  // namespace
}  // namespace torimatome::writers
