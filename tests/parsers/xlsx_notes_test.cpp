// Comments, shapes and form controls.
#include <gmock/gmock.h>

#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

WorkbookSpec with_part(const std::string& type, const std::string& name, const std::string& xml) {
    WorkbookSpec spec = one_sheet("<row><c><v>1</v></c></row>");
    spec.sheets[0].relations = "<Relationship Id=\"rId1\" Type=\"http://x/" + type + "\" Target=\"../" + name + "\"/>";
    spec.parts["xl/" + name] = xml;
    return spec;
}

TEST(XlsxNotes, ListsComments) {
    const TableSet set =
        read_workbook(with_part("comments", "comments1.xml",
                                "<comments xmlns=\"x\"><authors><author/></authors><commentList><comment ref=\"B3\" "
                                "authorId=\"0\"><text><r><rPr><b/></rPr>"
                                "<t>事務局:\n</t></r><r><t>数値を確認</t></r><rPh><t>スウチ</t></rPh></text></"
                                "comment></commentList></comments>"));
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("cell.comment note 様式1!B3: コメントがあります：「事務局:\n数値を確認」"));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=1"));
}

TEST(XlsxNotes, ListsThreadedCommentsOnceAndTheirReplies) {
    WorkbookSpec spec = with_part(
        "threadedComment", "threadedComments/threadedComment1.xml",
        "<ThreadedComments xmlns=\"x\"><threadedComment ref=\"A1\" id=\"1\"><text>根拠は？</text></threadedComment>"
        "<threadedComment ref=\"A1\" id=\"2\" parentId=\"1\"><text>資料2のとおり</text></threadedComment>"
        "</ThreadedComments>");
    spec.sheets[0].relations += "<Relationship Id=\"rId2\" Type=\"http://x/comments\" Target=\"../comments1.xml\"/>";
    spec.parts["xl/comments1.xml"] =
        "<comments><commentList><comment ref=\"A1\"><text><t>[スレッド化されたコメント]</t></text></comment>"
        "<comment ref=\"A2\"><text><t>メモ</t></text></comment></commentList></comments>";
    EXPECT_THAT(lines_of(read_workbook(spec).findings),
                ElementsAre("cell.comment note 様式1!A1: コメントがあります：「根拠は？」",
                            "cell.comment note 様式1!A1: コメントがあります：「資料2のとおり」",
                            "cell.comment note 様式1!A2: コメントがあります：「メモ」"));
}

std::string anchored(int column, int row, const std::string& content) {
    return "<xdr:twoCellAnchor><xdr:from><xdr:col>" + std::to_string(column) + "</xdr:col><xdr:row>" +
           std::to_string(row) + "</xdr:row></xdr:from>" + content + "</xdr:twoCellAnchor>";
}

std::string shape(const std::string& paragraphs) {
    return "<xdr:sp><xdr:nvSpPr/><xdr:txBody>" + paragraphs + "</xdr:txBody></xdr:sp>";
}

WorkbookSpec with_drawing(const std::string& content) {
    return with_part("drawing", "drawings/drawing1.xml",
                     "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\">" + content + "</xdr:wsDr>");
}

TEST(XlsxNotes, ReportsTextInShapesAndKeepsItAsLooseText) {
    const TableSet set = read_workbook(
        with_drawing(anchored(2, 4,
                              shape("<a:p><a:r><a:t>引き続き、関係機関との連携を強化し、</a:t></"
                                    "a:r><a:r><a:t>研修を行う。</a:t></a:r></a:p>"
                                    "<a:p><a:r><a:t>以上</a:t></a:r></a:p>")) +
                     anchored(0, 0, "<xdr:grpSp>" + shape("<a:p><a:r><a:t>資料1</a:t></a:r></a:p>") + "</xdr:grpSp>")));
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre(
            "sheet.shape-text warning 様式1!C5: 図形に文字があります：「引き続き、関係機関との連携を強化し、研修…」",
            "sheet.shape-text warning 様式1!A1: 図形に文字があります：「資料1」"));
    ASSERT_EQ(set.loose.size(), 2u);
    EXPECT_EQ(set.loose[0].text, "引き続き、関係機関との連携を強化し、研修を行う。\n以上");
    EXPECT_EQ(set.loose[0].source.sheet, "様式1");
    EXPECT_EQ(set.loose[0].source.cell, "C5");
}

TEST(XlsxNotes, TellsRingsAndPicturesWithTheirPlaces) {
    const TableSet set =
        read_workbook(with_drawing(anchored(1, 1, shape("<a:p/>")) + anchored(3, 2, "<xdr:cxnSp/>") +
                                   anchored(0, 2147483647, "<xdr:sp/>") + anchored(0, 9, "<xdr:pic/>")));
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre("sheet.shape warning 様式1: 文字のない図形や線が 3 "
                    "個あります（B2、D3）。丸囲みや抹消線の意味は読み取れません。",
                    "sheet.picture note 様式1: 画像やグラフが 1 個あります（A10）。中の文字は読んでいません。"));
}

TEST(XlsxNotes, TakesAlternativesOnceAndLeavesControlsToTheirOwnList) {
    const TableSet set = read_workbook(with_drawing(
        "<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>" +
        anchored(0, 0, shape("<a:p><a:r><a:t>新</a:t></a:r></a:p>")) + "</mc:Choice><mc:Fallback>" +
        anchored(0, 0, shape("<a:p><a:r><a:t>旧</a:t></a:r></a:p>")) + "</mc:Fallback></mc:AlternateContent>" +
        anchored(
            1, 0,
            "<xdr:sp><xdr:nvSpPr><xdr:cNvPr><a:extLst><a:ext><a14:compatExt spid=\"_x0000_s1025\"/></a:ext></a:extLst>"
            "</xdr:cNvPr></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>はい</a:t></a:r></a:p></xdr:txBody></xdr:sp>")));
    EXPECT_THAT(lines_of(set.findings), ElementsAre("sheet.shape-text warning 様式1!A1: 図形に文字があります：「新」"));
}

TEST(XlsxNotes, ReportsFormControlsWithTheirState) {
    const TableSet set = read_workbook(with_part(
        "vmlDrawing", "drawings/vmlDrawing1.vml",
        "<xml xmlns:v=\"v\" xmlns:x=\"x\"><v:shape><v:textbox><div><font>実施<br>する</font></div></v:textbox>"
        "<x:ClientData ObjectType=\"Checkbox\"><x:Anchor>\n 1, 15, 2, 4, 3, 0, 4, 0</x:Anchor><x:Checked>1</x:Checked>"
        "<x:FmlaLink>$H$3</x:FmlaLink></x:ClientData></v:shape>"
        "<v:shape><v:textbox><div>いいえ</div></v:textbox><x:ClientData "
        "ObjectType=\"Radio\"><x:Anchor>0,0,0,0,1,0,1,0</x:Anchor>"
        "</x:ClientData></v:shape><v:shape><x:ClientData "
        "ObjectType=\"Note\"><x:Row>1</x:Row></x:ClientData></v:shape></xml>"));
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("sheet.control warning 様式1!B3: "
                            "チェックボックス「実施する」があります（オン）。リンクするセルは $H$3 です。",
                            "sheet.control warning 様式1!A1: オプションボタン「いいえ」があります（オフ）。"));
}

TEST(XlsxNotes, TellsPartsThatCannotBeRead) {
    const TableSet set = read_workbook(with_part("comments", "comments1.xml", "<comments><commentList>"));
    ASSERT_EQ(set.findings.size(), 1u);
    EXPECT_EQ(set.findings[0].code, "sheet.notes-damaged");
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=1"));
}

}  // namespace
}  // namespace torimatome::parsers
