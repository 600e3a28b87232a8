// Merged ranges, residue under them, borders, and used ranges that reach to the end of the sheet.
#include <gmock/gmock.h>

#include "model/language.hpp"
#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string text_cell(const std::string& address, const std::string& text, int style = 0) {
    return "<c r=\"" + address + "\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t>" + text +
           "</t></is></c>";
}

TEST(XlsxMerge, GivesSpansAndListsWhatLiesHiddenUnderThem) {
    WorkbookSpec spec =
        one_sheet("<row r=\"1\">" + text_cell("A1", "見出し") + "</row><row r=\"2\">" + text_cell("A2", "家庭支援") +
                  text_cell("B2", "一") + "</row><row r=\"3\">" + text_cell("A3", "残留値") + text_cell("B3", "二") +
                  "</row><row r=\"5\">" + text_cell("B5", "四") + "</row>");
    spec.sheets[0].after = "<mergeCells><mergeCell ref=\"A2:A5\"/><mergeCell ref=\"A1:B1\"/></mergeCells>";
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1:B1=見出し", "A2:A5=家庭支援", "B2=一", "B3=二", "B5=四"));
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("cell.merge-residue warning 様式1!A3: 結合セル A2:A5 の下に隠れた文字「残留値」があります。"
                            "表の文字としては読んでいません。"));
}

TEST(XlsxMerge, OnlyNotesTextThatRepeatsTheMergedCell) {
    WorkbookSpec spec = one_sheet("<row r=\"1\">" + text_cell("A1", "甲") + text_cell("B1", "甲") + "</row>");
    spec.sheets[0].after = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
    const TableSet set = read_workbook(spec);
    ASSERT_EQ(set.findings.size(), 1u);
    EXPECT_EQ(set.findings[0].severity, Severity::note);
}

TEST(XlsxMerge, StoresEmptyRangesWithinTheTextsOnly) {
    WorkbookSpec spec = one_sheet("<row r=\"1\">" + text_cell("A1", "甲") + text_cell("C1", "乙") +
                                  "</row><row r=\"3\">" + text_cell("A3", "丙") + "</row>");
    spec.sheets[0].after =
        "<mergeCells><mergeCell ref=\"B1:B3\"/><mergeCell ref=\"C2:XFD3\"/><mergeCell ref=\"A4:XFD1048576\"/>"
        "<mergeCell ref=\"E1:F1\"/><mergeCell ref=\"Z9\"/><mergeCell ref=\"いろは\"/></mergeCells>";
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=甲", "B1:B3=", "C1=乙", "C2:C3=", "A3=丙"));
    EXPECT_EQ(set.tables[0].rows, 3);
    EXPECT_EQ(set.tables[0].columns, 3);
    EXPECT_THAT(lines_of(set.findings), IsEmpty());
}

TEST(XlsxMerge, CutsSpansOfATitleOverTheWholeSheet) {
    WorkbookSpec spec = one_sheet("<row r=\"1\">" + text_cell("A1", "表題") + "</row><row r=\"2\">" +
                                  text_cell("C2", "本文") + "</row>");
    spec.sheets[0].after = "<mergeCells><mergeCell ref=\"A1:XFD1\"/></mergeCells>";
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1:C1=表題", "C2=本文"));
    EXPECT_EQ(set.tables[0].columns, 3);
    spec.sheets[0].after = "<mergeCells><mergeCell ref=\"A1:H1\"/></mergeCells>";
    EXPECT_EQ(read_workbook(spec).tables[0].columns, 8);
}

TEST(XlsxMerge, LeavesOutARangeThatOverlapsAnother) {
    WorkbookSpec spec =
        one_sheet("<row r=\"1\">" + text_cell("A1", "甲") + "</row><row r=\"2\">" + text_cell("B2", "乙") + "</row>");
    spec.sheets[0].after =
        "<mergeCells><mergeCell ref=\"B2:C3\"/><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"C3:D4\"/><mergeCell "
        "ref=\"A1:A2\"/>"
        "</mergeCells>";
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1:A2=甲", "B2:C3=乙"));
    EXPECT_THAT(lines_of(set.findings), ElementsAre("cell.merge-overlap warning 様式1!C3: 結合範囲 C3:D4 が B2:C3 "
                                                    "と重なっているため、結合していないものとして読みました。"));
}

TEST(XlsxMerge, RefusesTooManyRanges) {
    WorkbookSpec spec = one_sheet("");
    spec.sheets[0].after = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/></mergeCells>";
    ReadOptions options;
    options.limits.merged_ranges = 1;
    try {
        read_workbook(spec, options);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "input.too-large");
        EXPECT_STREQ(error.what(), "セルの結合が多すぎます（上限 1 個）。");
    }
}

TEST(XlsxMerge, ReadsAHundredThousandEmptyRangesDownTheSheet) {
    std::string merges = "<mergeCells>";
    for (int row = 1; row <= 100'000; ++row) {
        merges += "<mergeCell ref=\"A" + std::to_string(row) + ":XFD" + std::to_string(row) + "\"/>";
    }
    WorkbookSpec spec = one_sheet("<row r=\"1\">" + text_cell("A1", "甲") + text_cell("B1", "乙") + "</row>");
    spec.sheets[0].after = merges + "</mergeCells>";
    const TableSet set = read_workbook(spec);
    EXPECT_EQ(set.tables[0].rows, 1);
    EXPECT_EQ(set.findings.size(), 1u);
}

TEST(XlsxMerge, ReadsFormattedRowsToTheEndOfTheSheet) {
    std::string rows = "<row r=\"1\">" + text_cell("A1", "甲") + "</row>";
    for (int row = 2; row <= 1'048'576; row += 7)
        rows += "<row r=\"" + std::to_string(row) + "\" s=\"1\" customFormat=\"1\"/>";
    rows += "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>";
    const TableSet set = read_workbook(one_sheet(rows));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=甲"));
    EXPECT_EQ(set.tables[0].rows, 1);
}

// Styles: 1 all borders, 2 top only, 3 bottom only, 4 left and right.
const std::string kBorders =
    "<borders><border/><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom "
    "style=\"thin\"/></border>"
    "<border><top style=\"hair\"/></border><border><bottom style=\"thin\"/></border>"
    "<border><left style=\"thin\"/><right style=\"thin\"/><top/><bottom style=\"none\"/></border></borders>"
    "<cellXfs><xf/><xf borderId=\"1\"/><xf borderId=\"2\"/><xf borderId=\"3\"/><xf borderId=\"4\"/></cellXfs>";

TEST(XlsxMerge, KnowsCellsThatAreOpenAbove) {
    WorkbookSpec spec =
        one_sheet("<row r=\"1\">" + text_cell("A1", "甲", 4) + text_cell("B1", "乙", 3) + text_cell("C1", "丙", 1) +
                  "</row><row r=\"2\">" + text_cell("A2", "続き", 4) + text_cell("B2", "別", 4) +
                  text_cell("C2", "別", 4) + "</row><row r=\"3\"><c r=\"A3\" s=\"3\"/>" + text_cell("B3", "別", 2) +
                  "</row><row r=\"4\">" + text_cell("A4", "別", 4) + "</row>");
    spec.styles = kBorders;
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]),
                ElementsAre("A1=甲 open", "B1=乙 open", "C1=丙", "A2=続き open", "B2=別", "C2=別", "B3=別", "A4=別"));
}

TEST(XlsxMerge, TakesNothingForOpenWhereNoBordersAreUsed) {
    WorkbookSpec spec = one_sheet("<row r=\"1\">" + text_cell("A1", "甲") + "</row>");
    spec.styles = kBorders;
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]), ElementsAre("A1=甲"));
}

TEST(XlsxMerge, UsesTheBordersOfRowsAndColumnsWithoutCells) {
    WorkbookSpec spec =
        one_sheet("<row r=\"1\" s=\"3\" customFormat=\"1\"/><row r=\"2\">" + text_cell("A2", "甲", 4) +
                  "</row><row r=\"9\">" + text_cell("A9", "乙", 4) + text_cell("B9", "丙", 4) + "</row>");
    spec.sheets[0].before = "<cols><col min=\"2\" max=\"2\" style=\"3\"/></cols>";
    spec.styles = kBorders;
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]), ElementsAre("A2=甲", "A9=乙 open", "B9=丙"));
}

}  // namespace
}  // namespace torimatome::parsers
