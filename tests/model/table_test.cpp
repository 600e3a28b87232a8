#include "model/table.hpp"

#include <gtest/gtest.h>

namespace torimatome {
namespace {

Cell cell_with(std::string text) {
    Cell cell;
    cell.row = 2;
    cell.column = 3;
    cell.content = std::make_shared<const CellText>(CellText{std::move(text), {}, ""});
    return cell;
}

TEST(Cell, ComparesTextsAndNotWhereTheyAreKept) {
    EXPECT_EQ(cell_with("区"), cell_with("区"));
    EXPECT_FALSE(cell_with("区") == cell_with("市"));
    Cell without;
    without.row = 2;
    without.column = 3;
    EXPECT_EQ(cell_with(""), without);
    EXPECT_TRUE(without.empty());
    EXPECT_EQ(without.text(), "");
    Cell struck = cell_with("区");
    struck.content = std::make_shared<const CellText>(CellText{"区", {}, "市"});
    EXPECT_FALSE(cell_with("区") == struck);
}

TEST(PositionOf, GivesTheAddressInTheInput) {
    Table table;
    table.sheet = "資料１";
    Cell cell = cell_with("区");
    cell.place = SheetPlace{12, 28};
    EXPECT_EQ(describe(position_of(table, cell)), "シート「資料１」AB12");
    cell.place = LinePlace{24};
    EXPECT_EQ(position_of(table, cell).line, 24);
    cell.place = PagePlace{3, 0, {1, 2, 3, 4}};
    EXPECT_EQ(position_of(table, cell).page, 3);
    EXPECT_EQ(position_of(table, cell).box, (Box{1, 2, 3, 4}));
    EXPECT_EQ(describe(position_of(table, cell)), "p.3");
}

TEST(TextRun, IsPlainWithoutFormat) {
    EXPECT_TRUE((TextRun{.text = "区"}).plain());
    EXPECT_FALSE((TextRun{.text = "区", .underline = true}).plain());
    EXPECT_FALSE((TextRun{.text = "区", .color = "FF0000"}).plain());
}

}  // namespace
}  // namespace torimatome
