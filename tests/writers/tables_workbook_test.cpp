// An input's tables typed again: everything that was read stands in the workbook.
#include "writers/tables_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/writers/xlsx_parts.hpp"

namespace torimatome::writers {
namespace {

Cell cell(int row, int column, const std::string& text, int row_span = 1, int column_span = 1) {
    Cell result;
    result.row = row;
    result.column = column;
    result.row_span = row_span;
    result.column_span = column_span;
    CellText content;
    content.text = text;
    result.content = std::make_shared<const CellText>(content);
    return result;
}

TableSet one_table(std::vector<Cell> cells, int rows, int columns) {
    TableSet set;
    set.source.file = "a.pdf";
    set.source.format = "pdf";
    Table table;
    table.page = 1;
    table.rows = rows;
    table.columns = columns;
    table.cells = std::move(cells);
    set.tables.push_back(std::move(table));
    return set;
}

SheetDump written(const TableSet& set) {
    const TestFolder folder;
    write_tables_workbook(set, {2026, 4, 1}, folder / "a.xlsx");
    return xlsx_sheet(folder / "a.xlsx", "p.1");
}

TEST(TablesWorkbook, SpansAndLineBreaksStayAsRead) {
    const SheetDump sheet = written(
        one_table({cell(1, 1, "区分", 2), cell(1, 2, "担当", 1, 2), cell(2, 2, "部"), cell(2, 3, "課\n係")}, 2, 3));
    EXPECT_THAT(sheet.merges, testing::ElementsAre("A1:A2", "B1:C1"));
    EXPECT_EQ(sheet.cells,
              (std::map<std::string, std::string>{{"A1", "区分"}, {"B1", "担当"}, {"B2", "部"}, {"C2", "課\n係"}}));
}

TEST(TablesWorkbook, ACellThatIsStruckThroughIsShownSo) {
    Cell struck = cell(1, 1, "");
    CellText content;
    content.struck = "取りやめる。";
    struck.content = std::make_shared<const CellText>(content);
    const SheetDump sheet = written(one_table({struck, cell(1, 2, "続ける。")}, 1, 2));
    EXPECT_EQ(sheet.cells, (std::map<std::string, std::string>{{"A1", "取りやめる。"}, {"B1", "続ける。"}}));
    const auto style = [&](const std::string& address) {
        const std::size_t at = sheet.xml.find("r=\"" + address + "\"");
        return sheet.xml.substr(at, sheet.xml.find('>', at) - at).substr(address.size() + 4);
    };
    EXPECT_NE(style("A1"), style("B1"));
}

TEST(TablesWorkbook, StruckTextStandsStruckBesideTheLiveText) {
    Cell revised = cell(1, 1, "");
    CellText content;
    content.text = "職員を5名";
    content.struck = "3名";
    revised.content = std::make_shared<const CellText>(content);
    const TestFolder folder;
    write_tables_workbook(one_table({revised, cell(1, 2, "続ける。")}, 1, 2), {2026, 4, 1}, folder / "a.xlsx");
    EXPECT_EQ(xlsx_sheet(folder / "a.xlsx", "p.1").cells.at("A1"), "職員を5名\n3名");
    const std::string strings = xlsx_parts(folder / "a.xlsx").at("xl/sharedStrings.xml");
    const std::size_t run = strings.rfind("<r>");
    ASSERT_NE(run, std::string::npos);
    EXPECT_NE(strings.find("<strike/>", run), std::string::npos);
    EXPECT_NE(strings.find("3名", run), std::string::npos);
    EXPECT_EQ(strings.substr(0, run).find("<strike/>"), std::string::npos);
}

TEST(TablesWorkbook, ColumnsAreAsWideAsOnThePage) {
    Cell narrow = cell(1, 1, "①");
    narrow.place = PagePlace{1, 0, {40, 40, 94, 70}};
    Cell wide = cell(1, 2, "取組");
    wide.place = PagePlace{1, 0, {94, 40, 256, 70}};
    const std::string xml = written(one_table({narrow, wide}, 1, 2)).xml;
    const auto width = [&](const std::string& start) {
        const std::size_t at = xml.find(start);
        const std::size_t value = at == std::string::npos ? at : xml.find("width=\"", at);
        return value == std::string::npos ? 0.0 : std::stod(xml.substr(value + 7, 12));
    };
    EXPECT_NEAR(width("<col min=\"1\""), 10, 1);
    EXPECT_NEAR(width("<col min=\"2\""), 30, 1);
}

TEST(TablesWorkbook, TextThatIsTooLongForACellGoesOnBelow) {
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "あ";
    std::string read;
    for (const auto& [address, part] : written(one_table({cell(1, 1, text)}, 1, 1)).cells) {
        EXPECT_LE(part.size(), 3u * 32'767u) << address;
        read += part;
    }
    EXPECT_EQ(read.size(), text.size());
}

TEST(TablesWorkbook, RowsAreHighEnoughForTheirText) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "あ";
    Cell tall = cell(1, 1, text);
    tall.place = PagePlace{1, 0, {40, 40, 148, 60}};  // 20 half-width characters
    const SheetDump sheet = written(one_table({tall}, 1, 1));
    ASSERT_TRUE(sheet.row_heights.contains(1));
    EXPECT_GE(sheet.row_heights.at(1), 30 * 9.0);  // at least 30 lines of 9 points
}

}  // namespace
}  // namespace torimatome::writers
