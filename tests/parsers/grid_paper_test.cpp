// One character a cell: refused with the reason.
#include <gtest/gtest.h>

#include "parsers/form/document_builder.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

TableSet one_character_a_cell(const std::vector<std::string>& lines) {
    TableSet tables;
    Table& table = tables.tables.emplace_back();
    table.sheet = "Sheet1";
    table.gridded = true;
    for (const std::string& line : lines) {
        ++table.rows;
        for (std::size_t at = 0; at < line.size(); at += 3) {
            Cell& cell = table.cells.emplace_back();
            cell.row = table.rows;
            cell.column = static_cast<int>(at / 3) + 1;
            cell.content = std::make_shared<const CellText>(CellText{line.substr(at, 3), {}, {}});
            cell.place = SheetPlace{cell.row, cell.column};
            table.columns = std::max(table.columns, cell.column);
        }
    }
    return tables;
}

TEST(GridPaper, IsRefusedWithTheReason) {
    const TableSet tables = one_character_a_cell({"取組方針取組の到達目標取組とその結果取組区分担当部課",
                                                  "相談体制の強化を進める体制が整っている研修を行った保健所",
                                                  "訪問の回数を増やしていく家庭が孤立していない訪問した福祉部"});
    try {
        build_document(tables, shipped_mappings(), {});
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "form.one-character-cells");
        EXPECT_EQ(error.finding().message,
                  "1マスに1文字ずつ入力された表（方眼紙）なので、文のつながりを読み取れません。");
        EXPECT_EQ(error.finding().hint,
                  "1つの欄を1つのセル（または結合したセル）にまとめて入力した表を受け取ってください。");
    }
}

}  // namespace
}  // namespace torimatome::parsers
