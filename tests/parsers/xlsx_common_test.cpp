// The common path: strings, numbers, positions, several sheets.
#include <gmock/gmock.h>

#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(XlsxReader, ReadsTextsNumbersAndPositions) {
    const TableSet set =
        read_workbook(one_sheet("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\"><v>12</v></c></row>"
                                "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>家庭支援課</t></is></c>"
                                "<c r=\"B5\" t=\"str\"><f>A5</f><v>家庭支援課</v></c>"
                                "<c r=\"C5\" t=\"b\"><v>1</v></c></row>",
                                {"<t>児童相談所</t>"}));
    ASSERT_EQ(set.tables.size(), 1u);
    const Table& table = set.tables[0];
    EXPECT_THAT(lines_of(table), ElementsAre("B2=児童相談所", "D2=12", "A5=家庭支援課", "B5=家庭支援課", "C5=TRUE"));
    EXPECT_EQ(table.sheet, "様式1");
    EXPECT_EQ(table.rows, 5);
    EXPECT_EQ(table.columns, 4);
    EXPECT_TRUE(table.gridded);
    EXPECT_EQ(table.cells[0].place, CellPlace(SheetPlace{2, 2}));
    EXPECT_THAT(lines_of(set.findings), IsEmpty());
}

TEST(XlsxReader, SharesTheTextOfARepeatedString) {
    const TableSet set =
        read_workbook(one_sheet("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", {"<t>同じ文</t>"}));
    ASSERT_EQ(set.tables[0].cells.size(), 2u);
    EXPECT_EQ(set.tables[0].cells[0].content, set.tables[0].cells[1].content);
}

TEST(XlsxReader, NamesTheSource) {
    WorkbookSpec spec = one_sheet("");
    spec.parts["docProps/core.xml"] =
        "<cp:coreProperties xmlns:cp=\"c\" "
        "xmlns:dcterms=\"d\"><dcterms:modified>2022-04-08T01:02:03Z</dcterms:modified>"
        "</cp:coreProperties>";
    const std::string bytes = make_workbook(spec);
    const TableSet set = read_bytes(bytes);
    EXPECT_EQ(set.source.file, "回答.xlsx");
    EXPECT_EQ(set.source.format, "xlsx");
    EXPECT_EQ(set.source.date, "2022-04-08");
    EXPECT_EQ(set.source.sha256.size(), 64u);
}

TEST(XlsxReader, ReadsSheetsInTheirOrderAndKnowsDerivedOnes) {
    WorkbookSpec spec = one_sheet("<row><c><v>1</v></c></row>");
    spec.sheets.push_back({"索引", "<row><c><v>2</v></c></row>", "", "", "", ""});
    spec.names = "<definedName name=\"torimatome.derived\" localSheetId=\"1\">TRUE</definedName>";
    const TableSet set = read_workbook(spec);
    ASSERT_EQ(set.tables.size(), 2u);
    EXPECT_FALSE(set.tables[0].derived);
    EXPECT_TRUE(set.tables[1].derived);
    EXPECT_EQ(set.tables[1].sheet, "索引");
    EXPECT_THAT(lines_of(set.tables[1]), ElementsAre("A1=2"));
}

}  // namespace
}  // namespace torimatome::parsers
