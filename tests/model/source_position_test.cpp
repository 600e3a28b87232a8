#include "model/source_position.hpp"

#include <gtest/gtest.h>

namespace torimatome {
namespace {

TEST(CellAddress, CountsColumnsInLetters) {
    const struct {
        int row;
        int column;
        const char* address;
    } cases[] = {{12, 3, "C12"},  {1, 1, "A1"},     {1, 26, "Z1"},
                 {1, 27, "AA1"},  {1, 52, "AZ1"},   {1, 53, "BA1"},
                 {1, 702, "ZZ1"}, {1, 703, "AAA1"}, {1'048'576, 16'384, "XFD1048576"}};
    for (const auto& c : cases) {
        EXPECT_EQ(cell_address(c.row, c.column), c.address);
        EXPECT_EQ(parse_cell_address(c.address), (CellCoordinates{c.row, c.column})) << c.address;
    }
}

TEST(ParseCellAddress, ReadsDollarSignsAndSmallLetters) {
    for (const char* address : {"C12", "$C$12", "$C12", "C$12", "c12"}) {
        EXPECT_EQ(parse_cell_address(address), (CellCoordinates{12, 3})) << address;
    }
}

TEST(ParseCellAddress, RefusesWhatIsNone) {
    for (const char* address : {"", "C", "12", "C0", "XFE1", "A1048577", "ZZZZ1", "C12D", "C-1", "C 12", " C12",
                                "$$C12", "Ｃ12", "A99999999999", "C12:D13", "$"}) {
        EXPECT_EQ(parse_cell_address(address), std::nullopt) << address;
    }
}

SourcePosition at(std::string file, std::string sheet, std::string cell, int page = 0, int line = 0) {
    return {std::move(file), std::move(sheet), std::move(cell), page, std::nullopt, 0, line};
}

TEST(Describe, SaysWhereInTheWordsOfTheScreen) {
    EXPECT_EQ(describe(at("", "資料１", "C12")), "シート「資料１」C12");
    EXPECT_EQ(describe(at("回答.xlsx", "資料１", "C12")), "「回答.xlsx」シート「資料１」C12");
    EXPECT_EQ(describe(at("回答.xlsx", "資料１", "")), "「回答.xlsx」シート「資料１」");
    EXPECT_EQ(describe(at("", "", "C12")), "C12");
    EXPECT_EQ(describe(at("", "", "", 3)), "p.3");
    EXPECT_EQ(describe(at("回答.pdf", "", "", 3)), "「回答.pdf」p.3");
    EXPECT_EQ(describe(at("回答.txt", "", "", 0, 12)), "回答.txt:12");
    EXPECT_EQ(describe(at("", "", "", 0, 12)), ":12");
    EXPECT_EQ(describe(at("回答.txt", "", "")), "回答.txt");
    EXPECT_EQ(describe({}), "");
}

TEST(ReadingDepth, GrowsDownwardsAsTheTextIsRead) {
    SourcePosition place;
    EXPECT_EQ(reading_depth(place), 0);
    place.box = Box{10, 20, 30, 40};
    EXPECT_EQ(reading_depth(place), 20);
    place.turned = 1;  // text ran upwards: its first line stands at the left
    EXPECT_EQ(reading_depth(place), 10);
    place.turned = 2;
    EXPECT_EQ(reading_depth(place), -40);
    place.turned = 3;
    EXPECT_EQ(reading_depth(place), -30);
}

}  // namespace
}  // namespace torimatome
