// Texts: phonetic guides, struck text, formatting runs, escapes, number formats around texts.
#include <gmock/gmock.h>

#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kTwoStyles = "<cellXfs><xf/><xf fontId=\"1\"/></cellXfs>";

std::string inline_cell(const std::string& content, const std::string& attributes = "") {
    return "<row><c t=\"inlineStr\" " + attributes + "><is>" + content + "</is></c></row>";
}

const Cell& first_cell(const TableSet& set) { return set.tables.at(0).cells.at(0); }

TEST(XlsxText, LeavesPhoneticGuidesOutOfSharedStrings) {
    const TableSet set = read_workbook(one_sheet(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>",
        {"<t>児童相談所</t><rPh sb=\"0\" eb=\"5\"><t>ジドウソウダンジョ</t></rPh><phoneticPr fontId=\"1\"/>",
         "<r><t>要保護</t></r><r><rPr><b/></rPr><t>児童</t></r><rPh sb=\"0\" eb=\"3\"><t>ヨウホゴ</t></rPh>"}));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=児童相談所", "B1=要保護児童"));
}

TEST(XlsxText, LeavesPhoneticGuidesOutOfInlineStringsAndReadsOn) {
    const TableSet set = read_workbook(
        one_sheet("<row><c t=\"inlineStr\"><is><r><t>大</t></r><r><t>阪</t></r><rPh sb=\"0\" "
                  "eb=\"2\"><t>オオサカ</t></rPh></is></c>"
                  "<c t=\"inlineStr\"><is><t>次のセル</t><rPh sb=\"0\" eb=\"1\"><t>ツギ</t></rPh></is></c></row>"
                  "<row><c><v>2</v></c></row>"));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=大阪", "B1=次のセル", "A2=2"));
}

TEST(XlsxText, TakesStruckRunsOutOfTheTextAndTells) {
    const WorkbookSpec spec = one_sheet(
        inline_cell("<r><t>職員を</t></r><r><rPr><strike/></rPr><t>３名</t></r><r><t>５名増員した。</t></r>"));
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=職員を５名増員した。 struck:３名"));
    EXPECT_THAT(first_cell(set).content->runs, IsEmpty());
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre(
            "cell.struck note 様式1!A1: 取り消し線の付いた「３名」は、消された文字として本文に入れていません。"));
    ReadOptions keep;
    keep.struck = StruckText::keep;
    const TableSet kept = read_workbook(spec, keep);
    EXPECT_THAT(lines_of(kept.tables[0]), ElementsAre("A1=職員を３名５名増員した。"));
    EXPECT_THAT(lines_of(kept.findings), IsEmpty());
}

TEST(XlsxText, TakesACellStruckAsAWholeForEmpty) {
    WorkbookSpec spec =
        one_sheet("<row><c s=\"1\" t=\"s\"><v>0</v></c><c s=\"1\"><v>12</v></c><c t=\"s\"><v>0</v></c></row>",
                  {"<t>廃止した取組</t>"});
    spec.styles = "<fonts><font/><font><strike/></font></fonts>" + kTwoStyles;
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1= struck:廃止した取組", "B1= struck:12", "C1=廃止した取組"));
    EXPECT_EQ(set.findings.size(), 2u);
}

TEST(XlsxText, TellsStruckCellsFiftyTimesASheetAndThenTheirCount) {
    std::string rows;
    for (int i = 0; i < 53; ++i) rows += "<row><c s=\"1\"><v>1</v></c></row>";
    WorkbookSpec spec = one_sheet(rows);
    spec.styles = "<fonts><font/><font><strike val=\"1\"/></font></fonts>" + kTwoStyles;
    const TableSet set = read_workbook(spec);
    ASSERT_EQ(set.findings.size(), 51u);
    EXPECT_EQ(lines_of(set.findings).back(),
              "cell.struck note 様式1: 同じ種類の指摘が、ほかに 3 件あります（全部で 53 件）。");
}

TEST(XlsxText, KeepsRunsWhereSomethingIsFormatted) {
    const TableSet set = read_workbook(one_sheet(inline_cell(
        "<r><t>引き続き、</t></r><r><rPr><u/><color rgb=\"FFFF0000\"/></rPr><t>研修</t></r>"
        "<r><rPr><color rgb=\"FFFF0000\"/><u val=\"single\"/></rPr><t>を</t></r><r><rPr><b/><i/></rPr><t>実施</t></r>"
        "<r><rPr><u val=\"none\"/><b val=\"0\"/><color theme=\"1\"/></rPr><t>する。</t></r>")));
    EXPECT_THAT(
        first_cell(set).content->runs,
        ElementsAre(TextRun{"引き続き、", false, false, false, ""}, TextRun{"研修を", false, false, true, "FF0000"},
                    TextRun{"実施", true, true, false, ""}, TextRun{"する。", false, false, false, ""}));
    EXPECT_EQ(first_cell(set).text(), "引き続き、研修を実施する。");
}

TEST(XlsxText, GivesOneRunForACellFormattedAsAWhole) {
    WorkbookSpec spec =
        one_sheet("<row><c s=\"1\" t=\"s\"><v>0</v></c><c s=\"1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>",
                  {"<t>新規</t>"});
    spec.styles = "<fonts><font/><font><u/><color indexed=\"10\"/></font></fonts>" + kTwoStyles;
    const TableSet set = read_workbook(spec);
    const auto& cells = set.tables[0].cells;
    EXPECT_THAT(cells[0].content->runs, ElementsAre(TextRun{"新規", false, false, true, "FF0000"}));
    EXPECT_EQ(cells[0].content, cells[1].content) << "styled strings are shared, too";
    EXPECT_THAT(cells[2].content->runs, IsEmpty());
}

TEST(XlsxText, ResolvesThemeColoursWithTheirTint) {
    WorkbookSpec spec =
        one_sheet(inline_cell("<r><rPr><color theme=\"4\"/></rPr><t>青</t></r>"
                              "<r><rPr><color theme=\"0\" tint=\"-0.5\"/></rPr><t>灰</t></r>"));
    spec.parts["xl/theme/theme1.xml"] =
        "<a:theme xmlns:a=\"a\"><a:themeElements><a:clrScheme><a:lt1><a:sysClr val=\"window\" "
        "lastClr=\"FFFFFF\"/></a:lt1>"
        "<a:accent1><a:srgbClr val=\"112233\"/></a:accent1></a:clrScheme></a:themeElements></a:theme>";
    EXPECT_THAT(
        first_cell(read_workbook(spec)).content->runs,
        ElementsAre(TextRun{"青", false, false, false, "112233"}, TextRun{"灰", false, false, false, "808080"}));
}

TEST(XlsxText, UndoesEscapesAndUnifiesLineBreaks) {
    const TableSet set = read_workbook(one_sheet(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c><c "
        "t=\"s\"><v>4</v></c>"
        "<c t=\"s\"><v>5</v></c></row>",
        {"<t>一行目_x000D_\n二行目</t>", "<t>_x005F_x000D_</t>", "<t>a\r\nb</t>",
         "<t xml:space=\"preserve\">  前後  </t>", "<t>&lt;u&gt;&#x5B50;&amp;</t>", "<t>_xD83D__xDE00__xZZZZ_</t>"}));
    EXPECT_THAT(lines_of(set.tables[0]),
                ElementsAre("A1=一行目\n二行目", "B1=_x000D_", "C1=a\nb", "D1=  前後  ", "E1=<u>子&", "F1=😀_xZZZZ_"));
}

TEST(XlsxText, KeepsStringsThatLookLikeNumbers) {
    const TableSet set =
        read_workbook(one_sheet("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>",
                                {"<t>007</t>", "<t>1-2</t>", "<t>③</t>"}));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=007", "B1=1-2", "C1=③"));
}

TEST(XlsxText, ReadsAcrossCommentsAndCdata) {
    const TableSet set = read_workbook(one_sheet(
        "<row><c t=\"inlineStr\"><is><t>前<!-- </row> -->中<![CDATA[</row><row>]]>後</t></is></c></row><!-- <row> -->"
        "<row><c t=\"s\"><v>0</v></c></row>",
        {"<t> <!-- 注 -->児童<![CDATA[ & </si>]]></t>"}));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=前中</row><row>後", "A2= 児童 & </si>"));
}

TEST(XlsxText, PutsWhatTheFormatSaysAroundTexts) {
    WorkbookSpec spec = one_sheet(
        "<row><c s=\"1\" t=\"s\"><v>0</v></c><c s=\"2\" t=\"s\"><v>0</v></c><c s=\"3\" t=\"s\"><v>0</v></c></row>",
        {"<t>3</t>"});
    spec.styles = styles_with_formats({"&quot;第&quot;@&quot;号&quot;", "0.00", "0;0;0;"});
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=第3号", "B1=3", "C1=3 hidden"));
}

TEST(XlsxText, DoesNotStoreCellsOfWhiteSpace) {
    const TableSet set =
        read_workbook(one_sheet("<row><c t=\"s\"><v>0</v></c><c s=\"0\"/><c><v></v></c></row>"
                                "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"s\"><v>0</v></c></row>",
                                {"<t xml:space=\"preserve\"> 　\n</t>"}));
    EXPECT_THAT(lines_of(set.tables[0]), IsEmpty());
    EXPECT_EQ(set.tables[0].rows, 0);
}

TEST(XlsxText, ReplacesBrokenBytesAndTells) {
    const TableSet set = read_workbook(one_sheet(
        "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>\xE5\x85</t></is></c></row>", {"<t>児\xE7\xABx</t>"}));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=児\uFFFD\uFFFDx", "B1=\uFFFD\uFFFD"));
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre("cell.broken-text warning 様式1!A1: 読み取れない文字（\uFFFD）があります：「児\uFFFD\uFFFDx」",
                    "cell.broken-text warning 様式1!B1: 読み取れない文字（\uFFFD）があります：「\uFFFD\uFFFD」"));
}

}  // namespace
}  // namespace torimatome::parsers
