// Numbers, dates, formulas and errors in their cells.
#include <gmock/gmock.h>

#include "model/language.hpp"
#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string formatted_row(int styles, const std::string& value) {
    std::string row = "<row>";
    for (int i = 1; i <= styles; ++i) row += "<c s=\"" + std::to_string(i) + "\"><v>" + value + "</v></c>";
    return row + "</row>";
}

TEST(XlsxValue, ShowsDatesOfBuiltInFormats) {
    WorkbookSpec spec = one_sheet(formatted_row(8, "44256"));
    spec.cell_xfs({"", "numFmtId=\"14\"", "numFmtId=\"27\"", "numFmtId=\"28\"", "numFmtId=\"31\"", "numFmtId=\"36\"",
                   "numFmtId=\"50\"", "numFmtId=\"55\"", "numFmtId=\"58\""});
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]),
                ElementsAre("A1=2021/3/1", "B1=R3.3.1", "C1=令和3年3月1日", "D1=2021年3月1日", "E1=R3.3.1", "F1=R3.3.1",
                            "G1=2021年3月", "H1=令和3年3月1日"));
}

TEST(XlsxValue, ShowsNumbersByTheirFormat) {
    WorkbookSpec spec = one_sheet(formatted_row(4, "0.86"));
    spec.styles = styles_with_formats({"0%", "General", "0.0&quot;校&quot;", "&quot;○&quot;;&quot;×&quot;"});
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=86%", "B1=0.86", "C1=0.9校", "D1=○"));
    EXPECT_THAT(lines_of(set.findings), IsEmpty());
}

TEST(XlsxValue, KeepsIntegersAsWritten) {
    const TableSet set =
        read_workbook(one_sheet("<row><c><v>12345678901234567</v></c><c><v>0.30000000000000004</v></c></row>"));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=12345678901234567", "B1=0.3"));
}

TEST(XlsxValue, ReadsValuesAsOtherProgramsWriteThem) {
    const TableSet set =
        read_workbook(one_sheet("<row><c><v> 12 </v></c><c><v>3<!-- -->4</v></c><c><v> </v></c><c><v>該当なし</v></c>"
                                "<c t=\"s\"><v> 0\n</v></c><c t=\"n\"><v>+5</v></c></row>",
                                {"<t>一</t>"}));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=12", "B1=34", "D1=該当なし", "E1=一", "F1=5"));
    EXPECT_THAT(lines_of(set.findings), IsEmpty());
}

TEST(XlsxValue, CountsFrom1904) {
    WorkbookSpec spec = one_sheet(formatted_row(1, "44256"));
    spec.properties = "<workbookPr date1904=\"true\"/>";
    spec.cell_xfs({"", "numFmtId=\"14\""});
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]), ElementsAre("A1=2025/3/2"));
}

TEST(XlsxValue, TellsADateShownAsAnotherFiscalYear) {
    WorkbookSpec spec = one_sheet("<row><c s=\"1\"><v>44256</v></c><c s=\"1\"><v>44287</v></c></row>");
    spec.styles = styles_with_formats({"[$-411]ggge&quot;年度&quot;"});
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=令和3年度", "B1=令和3年度"));
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre("cell.fiscal-year warning 様式1!A1: 「令和3年度」と表示されていますが、セルの日付 2021-03-01 "
                    "は令和2年度です。表示どおりに読みました。"));
}

TEST(XlsxValue, ReadsIsoDates) {
    WorkbookSpec spec = one_sheet(
        "<row><c t=\"d\" s=\"1\"><v>2021-03-01</v></c><c t=\"d\"><v>2021-03-01</v></c>"
        "<c t=\"d\"><v>2021-03-01T13:30:00</v></c><c t=\"d\"><v>三月</v></c>"
        "<c t=\"d\"><v>2021-03-01T13:30:15Z</v></c><c t=\"d\"><v>09:05:00</v></c></row>");
    spec.cell_xfs({"", "numFmtId=\"28\""});
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]),
                ElementsAre("A1=令和3年3月1日", "B1=2021/3/1", "C1=2021/3/1 13:30", "D1=三月", "E1=2021/3/1 13:30:15",
                            "F1=9:05:00"));
}

TEST(XlsxValue, NeverTakesAFormulaWithoutValueForABlank) {
    const TableSet set = read_workbook(
        one_sheet("<row><c><f>SUM(B1:B3)</f></c><c><f>A1</f><v></v></c><c t=\"str\"><f>\"\"</f><v></v></c>"
                  "<c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f></c></row>"));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("D1=2"));
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre("cell.formula-without-value error 様式1!A1: 数式「=SUM(B1:B3)」の計算結果が保存されていません。",
                    "cell.formula-without-value error 様式1!B1: 数式「=A1」の計算結果が保存されていません。",
                    "cell.formula-without-value error 様式1!E1: 数式「=A1」の計算結果が保存されていません。"));
    EXPECT_EQ(set.findings[0].hint, "一度Excelで開き、上書き保存してから読み込んでください。");
}

TEST(XlsxValue, KeepsErrorValuesAndTells) {
    const TableSet set =
        read_workbook(one_sheet("<row><c t=\"e\"><f>A9</f><v>#REF!</v></c><c t=\"e\"><v>#N/A</v></c></row>"));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=#REF!", "B1=#N/A"));
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("cell.error error 様式1!A1: セルがエラー値「#REF!」になっています。",
                            "cell.error error 様式1!B1: セルがエラー値「#N/A」になっています。"));
}

TEST(XlsxValue, TellsDatesThatExcelCannotShow) {
    WorkbookSpec spec = one_sheet(formatted_row(1, "-5"));
    spec.cell_xfs({"", "numFmtId=\"14\""});
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=-5"));
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre("cell.error warning 様式1!A1: 値「-5」は日付として表示できません（Excelでは #### になります）。"));
}

TEST(XlsxValue, TellsStringsThatAreNotThere) {
    const TableSet set =
        read_workbook(one_sheet("<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>x</v></c></row>", {"<t>一</t>"}));
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("cell.string-missing error 様式1!A1: "
                            "セルの文字が読めません。文字列番号「1」が一覧（1 件）にありません。",
                            "cell.string-missing error 様式1!B1: "
                            "セルの文字が読めません。文字列番号「x」が一覧（1 件）にありません。"));
    WorkbookSpec spec = one_sheet("<row><c t=\"s\"><v>0</v></c><c><v>5</v></c></row>");
    spec.removed = {"xl/sharedStrings.xml"};
    const TableSet without = read_workbook(spec);
    EXPECT_THAT(lines_of(without.tables[0]), ElementsAre("B1=5"));
    EXPECT_THAT(lines_of(without.findings),
                ElementsAre("cell.string-missing error 様式1!A1: "
                            "セルの文字が読めません。ブックの文字列一覧（sharedStrings）が無いか、壊れています。"));
}

TEST(XlsxValue, SpeaksEnglish) {
    set_message_language(Language::english);
    const TableSet set = read_workbook(one_sheet("<row><c><f>A1</f></c></row>"));
    set_message_language(Language::japanese);
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("cell.formula-without-value error 様式1!A1: The result of the formula "
                            "\"=A1\" is not saved in the file."));
}

}  // namespace
}  // namespace torimatome::parsers
