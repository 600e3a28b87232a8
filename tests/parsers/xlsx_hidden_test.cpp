// Hidden rows, columns and sheets, and text that is there but cannot be seen.
#include <gmock/gmock.h>

#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(XlsxHidden, FlagsCellsOfHiddenRowsAndColumns) {
    WorkbookSpec spec = one_sheet(
        "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
        "<row r=\"2\" hidden=\"1\"><c><v>4</v></c></row>"
        "<row r=\"3\" ht=\"0\" customHeight=\"1\"><c><v>5</v></c></row><row r=\"4\"><c><v>6</v></c></row>");
    spec.sheets[0].before =
        "<cols><col min=\"2\" max=\"2\" hidden=\"true\"/><col min=\"3\" max=\"3\" width=\"0\"/></cols>";
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]),
                ElementsAre("A1=1", "B1=2 hidden", "C1=3 hidden", "A2=4 hidden", "A3=5 hidden", "A4=6"));
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("cell.hidden warning 様式1: 非表示の行が 2 行、非表示の列が 2 列あります。"
                            "見えない文字のセルが 4 個あり（B1、C1、A2、A3）、既定では取り込みません。"));
}

TEST(XlsxHidden, NotesHiddenLinesWithoutText) {
    const TableSet set =
        read_workbook(one_sheet("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"/>"
                                "<row r=\"3\"><c><v>3</v></c></row><row r=\"4\" hidden=\"1\"/>"));
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("cell.hidden note 様式1: 非表示の行が 1 行あります。文字はありません。"));
}

TEST(XlsxHidden, FlagsHiddenAndVeryHiddenSheets) {
    WorkbookSpec spec = one_sheet("<row><c><v>1</v></c></row>");
    spec.sheets[0].attributes = "state=\"veryHidden\"";
    const TableSet set = read_workbook(spec);
    EXPECT_TRUE(set.tables[0].hidden);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=1 hidden"));
    EXPECT_THAT(lines_of(set.findings), ElementsAre("cell.hidden warning 様式1: シートが非表示です。"
                                                    "見えない文字のセルが 1 個あり（A1）、既定では取り込みません。"));
    spec.sheets[0].attributes = "state=\"visible\"";
    EXPECT_THAT(lines_of(read_workbook(spec).findings), IsEmpty());
}

TEST(XlsxHidden, FlagsWhiteTextOnWhiteAndFormatsThatHide) {
    WorkbookSpec spec = one_sheet(
        "<row><c s=\"1\"><v>1</v></c><c s=\"2\"><v>2</v></c><c s=\"3\"><v>3</v></c><c s=\"3\" t=\"s\"><v>0</v></c>"
        "<c t=\"s\"><v>1</v></c><c s=\"4\"><v>4</v></c></row>",
        {"<t>隠し</t>", "<r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>白</t></r>"});
    spec.styles =
        "<numFmts><numFmt numFmtId=\"200\" formatCode=\";;;\"/></numFmts><fonts><font/><font><color "
        "theme=\"0\"/></font></fonts>"
        "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\">"
        "<fgColor rgb=\"FF0000FF\"/></patternFill></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        "<cellXfs><xf/><xf fontId=\"1\"/><xf fontId=\"1\" fillId=\"1\"/><xf numFmtId=\"200\"/><xf fontId=\"1\" "
        "fillId=\"2\"/></cellXfs>";
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]),
                ElementsAre("A1=1 hidden", "B1=2", "C1=3 hidden", "D1=隠し hidden", "E1=白 hidden", "F1=4"));
}

TEST(XlsxHidden, ShowsAMergedCellThatIsHiddenInPartOnly) {
    WorkbookSpec spec =
        one_sheet("<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\"/>");
    spec.sheets[0].after = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]), ElementsAre("A1:A2=1", "B1=2 hidden"));
}

TEST(XlsxHidden, HidesColumnsWithoutAWidthOfTheirOwnWhereTheDefaultIsNone) {
    WorkbookSpec spec = one_sheet("<row><c><v>1</v></c><c><v>2</v></c></row>");
    spec.sheets[0].before = "<sheetFormatPr defaultColWidth=\"0\"/><cols><col min=\"1\" max=\"1\" width=\"9\"/></cols>";
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]), ElementsAre("A1=1", "B1=2 hidden"));
}

}  // namespace
}  // namespace torimatome::parsers
