// PDFs as they are printed: what stands on the page must come out, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "model/language.hpp"
#include "parsers/reader.hpp"
#include "tests/parsers/pdf_builder.hpp"
#include "tests/parsers/table_texts.hpp"

namespace torimatome::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

const std::vector<double> kXs{40, 140, 240, 340};
const std::vector<double> kYs{40, 70, 100, 130};

TableSet read(const std::string& pdf) { return parsers::read_tables({"a.pdf", pdf}, {}); }
TableSet read(const PdfPage& page) { return read(build_pdf({page})); }

std::vector<std::string> loose(const TableSet& set) {
    std::vector<std::string> result;
    for (const LooseText& line : set.loose) result.push_back(line.text);
    return result;
}

PdfPage filled_grid() {
    PdfPage page;
    page.grid(kXs, kYs);
    page.text(45, 58, "区分").text(145, 58, "取組").text(245, 58, "担当部");
    page.text(45, 88, "①").text(145, 88, "見守りを広げる。").text(245, 88, "児童家庭部");
    page.text(45, 118, "②").text(145, 118, "窓口を設ける。").text(245, 118, "保健所");
    return page;
}

const std::vector<std::string> kFilled{
    "1,1 区分",       "1,2 取組", "1,3 担当部",         "2,1 ①",     "2,2 見守りを広げる。",
    "2,3 児童家庭部", "3,1 ②",    "3,2 窓口を設ける。", "3,3 保健所"};

TEST(Pdf, ReadsARuledTableWithItsPlaces) {
    const TableSet set = read(filled_grid());
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(cells(set.tables[0]), kFilled);
    EXPECT_TRUE(set.tables[0].gridded);
    EXPECT_EQ(set.source.format, "pdf");
    EXPECT_THAT(codes(set), IsEmpty());
    const SourcePosition place = position_of(set.tables[0], set.tables[0].cells[4]);
    EXPECT_EQ(place.page, 1);
    ASSERT_TRUE(place.box);
    EXPECT_NEAR(place.box->x0, 140, 1);
    EXPECT_NEAR(place.box->y0, 70, 1);
    EXPECT_NEAR(place.box->x1, 240, 1);
    EXPECT_NEAR(place.box->y1, 100, 1);
}

TEST(Pdf, ReadsDashedDottedColouredDoubleAndThickRules) {
    for (const char* look : {"[3 2] 0 d", "[1 1] 0 d", "[6 2 1 2] 0 d", "0.7 0.8 0.9 RG", "3 w"}) {
        PdfPage page;
        page.raw(look);
        for (const double x : kXs) page.raw(std::to_string(x) + " 260 m " + std::to_string(x) + " 170 l S");
        for (const double y : kYs)
            page.raw("40 " + std::to_string(300 - y) + " m 340 " + std::to_string(300 - y) + " l S");
        page.raw("[] 0 d");
        PdfPage text = filled_grid();
        page.raw(text.content.substr(text.content.find("BT")));
        const TableSet set = read(page);
        ASSERT_EQ(set.tables.size(), 1u) << look;
        EXPECT_EQ(cells(set.tables[0]), kFilled) << look;
    }
    PdfPage page = filled_grid();
    for (const double y : kYs) page.line(40, y + 2, 340, y + 2);
    EXPECT_EQ(cells(read(page).tables.at(0)), kFilled);
}

TEST(Pdf, MissingRulesAreSpans) {
    PdfPage page;
    page.line(40, 40, 340, 40).line(140, 70, 340, 70).line(40, 100, 340, 100).line(40, 130, 340, 130);
    page.line(40, 40, 40, 130).line(140, 40, 140, 130).line(240, 40, 240, 100).line(340, 40, 340, 130);
    page.text(45, 75, "二行").text(145, 58, "あ").text(245, 58, "い").text(145, 88, "う").text(245, 88, "え");
    page.text(45, 118, "お").text(145, 118, "二列");
    EXPECT_THAT(cells(read(page).tables.at(0)),
                ElementsAre("1,1 二行 +2x1", "1,2 あ", "1,3 い", "2,2 う", "2,3 え", "3,1 お", "3,2 二列 +1x2"));
}

TEST(Pdf, UnderlinesAndLinesThroughTextAreNoRules) {
    PdfPage page = filled_grid();
    page.line(145, 90, 215, 90);        // under 見守りを広げ
    page.line(145, 114.3, 215, 114.3);  // through 窓口を設ける。
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 3);
    const Cell& underlined = set.tables[0].cells[4];
    EXPECT_EQ(underlined.text(), "見守りを広げる。");
    ASSERT_EQ(underlined.content->runs.size(), 2u);
    EXPECT_TRUE(underlined.content->runs[0].underline);
    EXPECT_EQ(set.tables[0].cells[7].text(), "");
    EXPECT_EQ(set.tables[0].cells[7].content->struck, "窓口を設ける。");
}

TEST(Pdf, FieldsWithoutRulesDiagonalsAndALabelBox) {
    PdfPage page;
    page.line(300, 10, 340, 10).line(300, 26, 340, 26).line(300, 10, 300, 26).line(340, 10, 340, 26);
    page.text(304, 22, "資料1");
    for (std::size_t r = 0; r < 3; ++r) {
        for (std::size_t c = 0; c < 3; ++c) {
            page.fill(kXs[c], kYs[r], kXs[c + 1], kYs[r + 1], (r + c) % 2 == 0 ? 0.8 : 0.95);
        }
    }
    page.line(240, 70, 340, 100);
    page.text(45, 58, "あ").text(145, 58, "い").text(245, 58, "う").text(45, 88, "え").text(145, 88, "お");
    page.text(45, 118, "か").text(145, 118, "き").text(245, 118, "く");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 あ", "1,2 い", "1,3 う", "2,1 え", "2,2 お", "3,1 か", "3,2 き", "3,3 く"));
    EXPECT_THAT(loose(set), ElementsAre("資料1"));
}

TEST(Pdf, TextThatCrossesItsRuleStaysWhole) {
    PdfPage page = filled_grid();
    page.text(245, 99, "あふれ");
    const TableSet set = read(page);
    EXPECT_EQ(set.tables.at(0).cells[5].text(), "児童家庭部\nあふれ");
}

TEST(Pdf, TablesWithoutRulesFollowTheirColumns) {
    PdfPage page;
    page.text(40, 30, "取組の一覧");
    const std::vector<std::vector<std::string>> rows{
        {"①", "見守りを広げる。", "児童家庭部"}, {"②", "窓口を設ける。", "保健所"}, {"③", "研修を行う。", "職員部"}};
    double y = 80;
    for (const auto& row : rows) {
        page.text(40, y, row[0]).text(80, y, row[1]).text(240, y, row[2]);
        y += 30;
    }
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 ①", "1,2 見守りを広げる。", "1,3 児童家庭部", "2,1 ②", "2,2 窓口を設ける。",
                            "2,3 保健所", "3,1 ③", "3,2 研修を行う。", "3,3 職員部"));
    EXPECT_THAT(loose(set), ElementsAre("取組の一覧"));
}

TEST(Pdf, TablesWithoutRulesSpanRowsAndColumns) {
    PdfPage page;
    page.text(265, 60, "定員").text(40, 72, "地区").text(100, 72, "名称").text(240, 84, "男").text(300, 84, "女");
    const std::vector<std::vector<std::string>> rows{
        {"ひまわり園", "三", "四"}, {"さくら園", "五", "六"}, {"すみれ園", "七", "八"}, {"もみじ園", "九", "十"}};
    double y = 108;
    for (const auto& row : rows) {
        page.text(100, y, row[0]).text(240, y, row[1]).text(300, y, row[2]);
        y += 24;
    }
    page.text(40, 120, "浜手").text(40, 168, "本町");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 地区 +2x1", "1,2 名称 +2x1", "1,3 定員 +1x2", "2,3 男", "2,4 女", "3,1 浜手 +2x1",
                            "3,2 ひまわり園", "3,3 三", "3,4 四", "4,2 さくら園", "4,3 五", "4,4 六", "5,1 本町 +2x1",
                            "5,2 すみれ園", "5,3 七", "5,4 八", "6,2 もみじ園", "6,3 九", "6,4 十"));
}

TEST(Pdf, LinesThatTheColumnBrokeAreOneCellWithoutRules) {
    PdfPage page;
    page.text(40, 40, "名称").text(120, 40, "所在").text(280, 40, "電話");
    page.text(40, 66, "浜手の家").text(120, 60, "浜手三丁目の角の二階").text(120, 73, "奥");
    page.text(280, 66, "一番");
    page.text(40, 97, "本町の家").text(120, 97, "本町一丁目").text(280, 97, "二番");
    page.text(40, 127, "栄の家").text(120, 121, "栄町五丁目の坂の途中").text(120, 134, "右側").text(280, 127, "三番");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 名称", "1,2 所在", "1,3 電話", "2,1 浜手の家", "2,2 浜手三丁目の角の二階奥",
                            "2,3 一番", "3,1 本町の家", "3,2 本町一丁目", "3,3 二番", "4,1 栄の家",
                            "4,2 栄町五丁目の坂の途中右側", "4,3 三番"));
}

TEST(Pdf, MarksThatHangAndDotsThatLeadMakeNoTable) {
    PdfPage page;
    double y = 40;
    for (const std::string title : {"はじめに", "計画の趣旨", "進め方", "資料"}) {
        const double end = 40 + 10 * static_cast<double>(title.size()) / 3;
        page.text(40, y, "・").text(52, y, title + "を述べる。");
        page.text(40, y + 120, title).text(end, y + 120, "……………………").text(end + 80, y + 120, "三");
        y += 20;
    }
    const TableSet set = read(page);
    EXPECT_THAT(set.tables, IsEmpty());
    EXPECT_THAT(loose(set), ElementsAre("・ はじめにを述べる。", "・ 計画の趣旨を述べる。", "・ 進め方を述べる。",
                                        "・ 資料を述べる。", "はじめに……………………三", "計画の趣旨……………………三",
                                        "進め方……………………三", "資料……………………三"));
}

TEST(Pdf, RulesBetweenRowsTellRowsAndSpans) {
    PdfPage page;
    page.line(40, 40, 360, 40).line(40, 64, 360, 64).line(110, 88, 360, 88).line(40, 112, 360, 112);
    page.line(40, 150, 360, 150);
    page.text(45, 56, "地区").text(120, 56, "名称").text(270, 56, "内容");
    page.text(45, 92, "浜手").text(120, 80, "ひまわり園").text(270, 80, "保育").text(120, 104, "さくら園");
    page.text(270, 104, "一時預かり").text(45, 134, "本町").text(120, 134, "すみれ園");
    page.text(270, 127, "保育").text(270, 141, "相談");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 地区", "1,2 名称", "1,3 内容", "2,1 浜手 +2x1", "2,2 ひまわり園", "2,3 保育",
                            "3,2 さくら園", "3,3 一時預かり", "4,1 本町", "4,2 すみれ園", "4,3 保育\n相談"));
}

TEST(Pdf, TextThatNobodySeesIsReportedAndLeftOut) {
    PdfPage page = filled_grid();
    page.raw("3 Tr").text(45, 150, "見えない").raw("0 Tr");
    page.raw("1 g").text(45, 170, "白い文字").raw("0 g");
    page.text(45, 190, "下の文字").fill(40, 178, 120, 196, 0.9);
    page.raw("q 0 0 5 5 re W n").text(45, 220, "切れた文字").raw("Q");
    const TableSet set = read(page);
    EXPECT_EQ(cells(set.tables.at(0)), kFilled);
    EXPECT_THAT(loose(set), IsEmpty());
    ASSERT_THAT(codes(set), ElementsAre("text.hidden", "text.hidden", "text.hidden", "text.hidden"));
    EXPECT_EQ(set.findings[0].message, "目に見えない文字「見えない」があります。読み取りから外しました。");
    EXPECT_EQ(set.findings[0].hint,
              "白い文字、図形の下の文字、枠で切れた文字などです。必要な文字か作成者に確かめてください。");
}

TEST(Pdf, DoubleStrikesAreReadOnce) {
    PdfPage page = filled_grid();
    page.text(45.3, 58, "区分").text(146.2, 58, "取組");
    EXPECT_EQ(cells(read(page).tables.at(0)), kFilled);
}

TEST(Pdf, TurnedPagesReadTheSame) {
    for (const int rotate : {90, 180, 270}) {
        PdfPage page = filled_grid();
        page.rotate = rotate;
        const TableSet set = read(page);
        ASSERT_EQ(set.tables.size(), 1u) << rotate;
        EXPECT_EQ(cells(set.tables[0]), kFilled) << rotate;
    }
}

TEST(Pdf, ASidewaysTableOnAnUprightPage) {
    PdfPage page;
    page.grid({40, 70, 100}, {40, 140, 240});
    page.turned_text(60, 235, "左上", 90).turned_text(60, 135, "右上", 90);
    page.turned_text(90, 235, "左下", 90).turned_text(90, 135, "右下", 90);
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 左上", "1,2 右上", "2,1 左下", "2,2 右下"));
    EXPECT_NEAR(position_of(set.tables[0], set.tables[0].cells[0]).box->y0, 140, 1.5);  // as a viewer shows it
}

TEST(Pdf, VerticalWritingReadsFromTheRight) {
    PdfPage page = filled_grid();
    page.grid({40, 80, 140}, {150, 250});
    page.text(70, 155, "（注）支援", 10, PdfFont::vertical).text(55, 155, "の体制", 10, PdfFont::vertical);
    page.text(90, 200, "横書き");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 2u);
    EXPECT_EQ(set.tables[1].cells[0].text(), "（注）支援\nの体制");
}

TEST(Pdf, CodePage932FontsAndRadicals) {
    PdfPage page = filled_grid();
    page.text(45, 150, "\x89\xEF\x8B\x63", 10, PdfFont::cp932);
    const TableSet set = read(page);
    EXPECT_THAT(loose(set), ElementsAre("会議"));
}

TEST(Pdf, FontsThatDoNotSayWhatTheirGlyphsAre) {
    PdfPage page = filled_grid();
    page.text(45, 150, "\x01\x02\x03", 10, PdfFont::unknown);
    const TableSet set = read(page);
    EXPECT_EQ(cells(set.tables.at(0)), kFilled);
}

PdfPage page_of_rows(const std::vector<std::vector<std::string>>& rows, double top, const std::string& number) {
    PdfPage page;
    std::vector<double> ys{top};
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) page.text(kXs[c] + 4, ys.back() + 18, row[c]);
        ys.push_back(ys.back() + 30);
    }
    page.grid(kXs, ys);
    page.text(196, 290, number);
    return page;
}

TEST(Pdf, ATableOverTwoPagesIsOne) {
    const TableSet set =
        read(build_pdf({page_of_rows({{"区分", "取組", "担当"}, {"①", "広げる。", "保健所"}}, 40, "1"),
                        page_of_rows({{"区分", "取組", "担当"}, {"②", "設ける。", "職員部"}}, 40, "2")}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 区分", "1,2 取組", "1,3 担当", "2,1 ①", "2,2 広げる。",
                                                  "2,3 保健所", "3,1 ②", "3,2 設ける。", "3,3 職員部"));
    ASSERT_THAT(codes(set), ElementsAre("table.joined"));
    EXPECT_EQ(set.findings[0].message,
              "2 頁の表は、前の頁の表の続きとして読みました（列の位置が同じで、見出しが繰り返されている）。");
    EXPECT_EQ(set.tables[0].cells[6].place,
              CellPlace(PagePlace{2, 0, std::get<PagePlace>(set.tables[0].cells[6].place).box}));
}

TEST(Pdf, ARowThatThePageCutIsOne) {
    const TableSet set =
        read(build_pdf({page_of_rows({{"①", "家庭を訪ね見守りを", "保健所"}}, 240, "1"),
                        page_of_rows({{"", "広げていく。", ""}, {"②", "設ける。", "職員部"}}, 40, "2")}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 ①", "1,2 家庭を訪ね見守りを広げていく。", "1,3 保健所", "2,1 ②",
                                                  "2,2 設ける。", "2,3 職員部"));
    EXPECT_THAT(codes(set), ElementsAre("table.joined", "table.row-joined"));
}

// A rule is drawn at the cut, and the list above it ended without a full line: no other row has an item alone.
TEST(Pdf, ARowThatHasOnlyWhatNoOtherRowHasAloneGoesOn) {
    const TableSet set = read(
        build_pdf({page_of_rows({{"①", "広げる。", "保健所"}, {"②", "報酬 12", "職員部"}}, 200, "1"),
                   page_of_rows({{"", "旅費 8", ""}, {"③", "続ける。", "学校"}, {"④", "直す。", "総務部"}}, 40, "2")}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 5);
    EXPECT_THAT(codes(set), ElementsAre("table.joined"));  // too few rows to tell what all have
    const TableSet longer = read(build_pdf(
        {page_of_rows({{"①", "広げる。", "保健所"}, {"②", "設ける。", "学校"}, {"③", "報酬 12", "職員部"}}, 180, "1"),
         page_of_rows({{"", "旅費 8", ""}, {"④", "続ける。", "学校"}, {"⑤", "直す。", "総務部"}}, 40, "2")}));
    ASSERT_EQ(longer.tables.size(), 1u);
    EXPECT_EQ(longer.tables[0].rows, 5);
    EXPECT_THAT(cells(longer.tables[0]), Contains("3,2 報酬 12旅費 8"));
    EXPECT_THAT(codes(longer), ElementsAre("table.joined", "table.row-joined"));
}

TEST(Pdf, ARowLikeAnotherWithoutNumberIsARowOfItsOwn) {
    const TableSet set = read(build_pdf(
        {page_of_rows({{"①", "広げる。", "保健所"}, {"", "旅費 9", ""}, {"③", "報酬 12", "職員部"}}, 180, "1"),
         page_of_rows({{"", "旅費 8", ""}, {"④", "続ける。", "学校"}, {"⑤", "直す。", "総務部"}}, 40, "2")}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 6);
    EXPECT_THAT(codes(set), ElementsAre("table.joined"));
}

// No other row lacks a number and an office, but the category beside the one above is a whole one.
TEST(Pdf, ARowWithACategoryOfItsColumnIsARowOfItsOwn) {
    const TableSet set = read(build_pdf(
        {page_of_rows({{"①", "広げる。", "継続"}, {"②", "設ける。", "拡充"}, {"③", "見守る。", "継続"}}, 180, "1"),
         page_of_rows({{"", "訪ねる。", "継続"}, {"④", "続ける。", "新規"}, {"⑤", "直す。", "拡充"}}, 40, "2")}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 6);
    EXPECT_THAT(cells(set.tables[0]), Contains("4,3 継続"));
    EXPECT_THAT(codes(set), ElementsAre("table.joined"));
}

// Only the first row of a merged cell stands on the first page, with its text.
TEST(Pdf, AMergedCellWithOneRowOnTheFirstPageGoesOn) {
    // The rows differ, or the next page's would be a head that is printed again.
    const auto fill = [](PdfPage& page, double from, const std::vector<std::string>& names) {
        double y = from + 18;
        for (const std::string& name : names) {
            page.text(144, y, name).text(244, y, "担当");
            y += 30;
        }
    };
    PdfPage first;
    first.grid({140, 240, 340}, {160, 190, 220, 250, 280}).grid({40, 140}, {160, 250, 280});
    first.text(44, 200, "北部").text(44, 268, "南部");
    fill(first, 160, {"広げる", "設ける", "続ける", "直す"});
    PdfPage second;
    second.grid({140, 240, 340}, {40, 70, 100, 130}).grid({40, 140}, {40, 100, 130});
    second.text(44, 118, "西部");
    fill(second, 40, {"強める", "見直す", "始める"});
    const TableSet set = read(build_pdf({first, second}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 7);
    EXPECT_THAT(cells(set.tables[0]), Contains("1,1 北部 +3x1"));
    EXPECT_THAT(cells(set.tables[0]), Contains("4,1 南部 +3x1"));
    EXPECT_THAT(cells(set.tables[0]), Contains("7,1 西部"));
}

// A row that no rule closes at the page's end: its columns' rules run on.
TEST(Pdf, ARowWithoutARuleAtThePagesEndGoesOn) {
    PdfPage first = page_of_rows({{"区分", "取組", "担当"}, {"①", "広げる。", "保健所"}}, 40, "1");
    for (const double x : kXs) first.line(x, 100, x, 260);
    first.text(kXs[0] + 4, 118, "②").text(kXs[1] + 4, 118, "窓口を").text(kXs[2] + 4, 118, "職員部");
    const PdfPage second =
        page_of_rows({{"区分", "取組", "担当"}, {"", "設ける。", ""}, {"③", "続ける。", "学校"}}, 40, "2");
    const TableSet set = read(build_pdf({first, second}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 区分", "1,2 取組", "1,3 担当", "2,1 ①", "2,2 広げる。", "2,3 保健所", "3,1 ②",
                            "3,2 窓口を設ける。", "3,3 職員部", "4,1 ③", "4,2 続ける。", "4,3 学校"));
    EXPECT_THAT(codes(set), ElementsAre("table.joined", "table.row-joined"));
}

TEST(Pdf, ASumAloneOnTheNextPageBelongsToTheTable) {
    const PdfPage first =
        page_of_rows({{"①", "広げる。", "8"}, {"②", "設ける。", "5"}, {"③", "直す。", "7"}}, 180, "1");
    PdfPage whole = first;
    whole.line((kXs[2] + kXs[3]) / 2, 180, (kXs[2] + kXs[3]) / 2, 270);
    PdfPage second;
    second.grid({kXs[0], kXs[2], (kXs[2] + kXs[3]) / 2, kXs[3]}, {40, 70});
    second.text(kXs[0] + 4, 58, "合計").text(kXs[2] + 4, 58, "20");
    const TableSet set = read(build_pdf({whole, second}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].columns, 4);
    EXPECT_THAT(cells(set.tables[0]), IsSupersetOf({"3,3 7", "4,1 合計 +1x2", "4,3 20"}));
    EXPECT_THAT(codes(set), ElementsAre("table.joined"));
}

TEST(Pdf, AHeadThatStandsAloneAtAPagesEndHeadsTheNextPagesColumns) {
    PdfPage first;
    first.grid({40, 140, 240, 340}, {240, 270});
    first.text(44, 258, "取組").text(144, 258, "成果").text(244, 258, "担当");
    PdfPage second;
    second.grid({40, 70, 140, 240, 340}, {40, 70});
    second.text(44, 58, "①").text(74, 58, "広げる。").text(144, 58, "広がった。").text(244, 58, "保健所");
    const TableSet set = read(build_pdf({first, second}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 取組 +1x2", "1,3 成果", "1,4 担当", "2,1 ①", "2,2 広げる。",
                                                  "2,3 広がった。", "2,4 保健所"));
    EXPECT_THAT(codes(set), ElementsAre("table.joined"));
}

TEST(Pdf, ARowWithAMarkOfItsOwnIsANewRowWhereverThePageCut) {
    PdfPage first = page_of_rows({{"①", "広げる。", "保健所"}}, 40, "1");
    for (const double x : kXs) first.line(x, 70, x, 260);
    first.text(kXs[0] + 4, 88, "②").text(kXs[1] + 4, 88, "設ける。").text(kXs[2] + 4, 88, "職員部");
    const TableSet set = read(build_pdf({first, page_of_rows({{"③", "続ける。", "学校"}}, 40, "2")}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 ①", "1,2 広げる。", "1,3 保健所", "2,1 ②", "2,2 設ける。",
                                                  "2,3 職員部", "3,1 ③", "3,2 続ける。", "3,3 学校"));
}

TEST(Pdf, ATurnedPageIsReadFromWhereItsTextBegins) {
    for (const int rotate : {0, 90, 180, 270}) {
        PdfPage page = filled_grid();
        page.text(40, 30, "取組の一覧").text(40, 150, "以上");
        page.rotate = rotate;
        const TableSet set = read(page);
        ASSERT_EQ(set.tables.size(), 1u) << rotate;
        EXPECT_EQ(cells(set.tables[0]), kFilled) << rotate;
        ASSERT_THAT(loose(set), ElementsAre("取組の一覧", "以上")) << rotate;
        const double title = reading_depth(set.loose[0].source);
        const double head = reading_depth(position_of(set.tables[0], set.tables[0].cells[0]));
        const double last = reading_depth(position_of(set.tables[0], set.tables[0].cells[6]));
        EXPECT_LT(title, head) << rotate;
        EXPECT_LT(head, last) << rotate;
        EXPECT_LT(last, reading_depth(set.loose[1].source)) << rotate;
    }
}

// Lines of a title stand up to twice their height apart.
TEST(Pdf, ATitleThatIsCentredOverTwoWideLinesIsOneText) {
    PdfPage page;
    page.text(60, 30, "みなと市見守り体制の点検における", 14).text(81, 54, "提言への取組の結果について", 14);
    page.grid({40, 140, 340}, {80, 110}).text(45, 100, "項目").text(145, 100, "内容");
    EXPECT_THAT(loose(read(page)), ElementsAre("みなと市見守り体制の点検における提言への取組の結果について"));
}

TEST(Pdf, HeadingsAboveSeveralTablesMakeNone) {
    PdfPage page;
    page.height = 420;
    for (int i = 0; i < 4; ++i) {
        const double top = 30 + 90 * i;
        page.text(40, top, std::to_string(i + 1)).text(80, top, "見守りの体制の強化");
        page.grid({40, 140, 340}, {top + 10, top + 34, top + 58});
        page.text(45, top + 26, "項目")
            .text(145, top + 26, "内容")
            .text(45, top + 50, "ア")
            .text(145, top + 50, "広げる。");
    }
    const TableSet set = read(page);
    EXPECT_EQ(set.tables.size(), 4u);
    EXPECT_EQ(set.loose.size(), 8u);
}

// Text that fills its cells close below a dotted rule does not hide the rule.
TEST(Pdf, TextThatTouchesADottedRuleLeavesItARule) {
    PdfPage page;
    page.raw("[1 1] 0 d");
    page.grid({40, 190, 340}, {40, 60, 80, 100});
    page.raw("[] 0 d");
    for (int row = 0; row < 3; ++row) {
        page.text(41, 49 + 20 * row, "家庭を訪ねて見守りを広げる")
            .text(191, 49 + 20 * row, "窓口を設けて支援をつなげる");
    }
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 3);
    EXPECT_EQ(set.tables[0].columns, 2);
    EXPECT_THAT(codes(set), IsEmpty());
}

PdfPage banded(const std::vector<std::vector<std::string>>& rows, double top) {
    PdfPage page;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double y = top + 24 * static_cast<double>(r);
        if (r % 2 == 0) page.fill(40, y, 340, y + 24, r == 0 ? 0.8 : 0.93);
        page.raw("0 g");
        for (std::size_t c = 0; c < rows[r].size(); ++c) page.text(kXs[c] + 4, y + 15, rows[r][c]);
    }
    return page;
}

TEST(Pdf, BandsOfColourWithWhiteRowsBetweenAreATable) {
    PdfPage page = banded({{"区分", "取組", "担当部"},
                           {"①", "見守りを広げる。", "児童家庭部"},
                           {"②", "窓口を設ける。", "保健所"},
                           {"③", "学校と話し合う。", "学校教育部"}},
                          60);
    page.text(40, 40, "取組の一覧").text(40, 172, "※担当部は、年度末のもの。");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 区分", "1,2 取組", "1,3 担当部", "2,1 ①", "2,2 見守りを広げる。",
                                                  "2,3 児童家庭部", "3,1 ②", "3,2 窓口を設ける。", "3,3 保健所",
                                                  "4,1 ③", "4,2 学校と話し合う。", "4,3 学校教育部"));
    EXPECT_THAT(loose(set), ElementsAre("取組の一覧", "※担当部は、年度末のもの。"));
}

TEST(Pdf, HeadingsOnAColouredGroundAreNoTable) {
    PdfPage page;
    for (int i = 0; i < 4; ++i) {
        const double y = 40 + 60 * i;
        page.fill(40, y, 340, y + 16, 0.85).raw("0 g");
        page.text(44, y + 12, "見守りを広げるための取組")
            .text(44, y + 34, "支援が必要な世帯を早く見付けて、窓口につなぐ。");
    }
    const TableSet set = read(page);
    EXPECT_THAT(set.tables, IsEmpty());
    EXPECT_EQ(set.loose.size(), 8u);
}

// Dashes part the short rows above and below a heading that goes over all columns, and not the heading itself.
TEST(Pdf, DashedRulesOfShortRowsAreFoundAndEndAtALineOfText) {
    for (const char* look : {"[3 2] 0 d", "[1 1] 0 d"}) {
        PdfPage page;
        page.raw(look);
        page.grid({40, 90, 240, 340}, {40, 56}).grid({40, 340}, {56, 72}).grid({40, 90, 240, 340}, {72, 88, 130});
        page.raw("[] 0 d");
        page.text(45, 52, "番号").text(95, 52, "取組").text(245, 52, "担当部");
        page.text(43, 68, "1 支援の必要な世帯を早く見付けるための体制の強化");
        page.text(45, 84, "①").text(95, 84, "広げる。").text(245, 84, "保健所");
        page.text(45, 110, "②").text(95, 110, "設ける。").text(245, 110, "職員部");
        const TableSet set = read(page);
        ASSERT_EQ(set.tables.size(), 1u) << look;
        EXPECT_THAT(cells(set.tables[0]),
                    ElementsAre("1,1 番号", "1,2 取組", "1,3 担当部",
                                "2,1 1 支援の必要な世帯を早く見付けるための体制の強化 +1x3", "3,1 ①", "3,2 広げる。",
                                "3,3 保健所", "4,1 ②", "4,2 設ける。", "4,3 職員部"))
            << look;
    }
}

// Marks one below the other in a column of a dashed table are no rule.
TEST(Pdf, MarksThatStandLikeDashesPartNoColumn) {
    const std::vector<double> ys = {20, 80, 140, 200, 260};
    for (const bool marks : {false, true}) {
        PdfPage page;
        page.raw("[2 1.5] 0 d").grid({40, 140, 240}, ys);
        if (marks) page.raw("[4 7] 0 d").line(190, 80.5, 190, 139.5);
        page.raw("[] 0 d");
        for (const double y : ys) {
            if (y < ys.back()) page.text(45, y + 18, "区分").text(145, y + 18, "担当");
        }
        const TableSet set = read(page);
        ASSERT_EQ(set.tables.size(), 1u);
        EXPECT_EQ(set.tables[0].rows, 4);
        EXPECT_EQ(set.tables[0].columns, 2);
    }
}

// Strokes of two characters that nearly meet in the middle are no line through them; a line drawn through them is.
TEST(Pdf, StrokesThatNearlyMeetStrikeNothingThrough) {
    for (const bool drawn : {false, true}) {
        PdfPage page;
        page.grid({40, 140, 240}, {40, 70, 100});
        page.text(45, 58, "担当").text(145, 58, "保健").text(45, 88, "備考").text(145, 88, "なし");
        page.line(145, 54.2, 154.3, 54.2, 1).line(drawn ? 154.3 : 155.7, 54.2, 165, 54.2, 1);
        const TableSet set = read(page);
        ASSERT_EQ(set.tables.size(), 1u);
        ASSERT_TRUE(set.tables[0].cells.at(1).content);
        EXPECT_EQ(set.tables[0].cells[1].content->text, drawn ? "" : "保健");
        EXPECT_EQ(set.tables[0].cells[1].content->struck, drawn ? "保健" : "");
    }
}

TEST(Pdf, ForcedBreaksGoAndParagraphsStay) {
    PdfPage page;
    page.grid({40, 104, 204}, {40, 120});
    page.text(43, 54, "家庭を訪ねて").text(43, 68, "見守る。").text(43, 82, "また広げる。");
    page.text(108, 54, "担当");
    EXPECT_EQ(read(page).tables.at(0).cells[0].text(), "家庭を訪ねて見守る。\nまた広げる。");
}

// The first line's indent leaves as much room before it as its forced end leaves behind it.
TEST(Pdf, AnIndentedFullLineIsNoCentredOne) {
    PdfPage page;
    page.grid({40, 163}, {40, 100, 130});
    page.text(51, 54, "見守りの輪を地区に広").text(41, 66, "げて、月に一度集まる。").text(45, 118, "窓口を設ける。");
    EXPECT_EQ(read(page).tables.at(0).cells.at(0).text(), "見守りの輪を地区に広げて、月に一度集まる。");
}

TEST(Pdf, TextThatMayBeCutOffIsSuspected) {
    PdfPage page;
    page.grid({40, 104, 204}, {40, 66.5});
    page.text(43, 51, "家庭を訪ねて").text(43, 65, "見守りを広げ");
    page.text(108, 54, "担当");
    const TableSet set = read(page);
    ASSERT_THAT(codes(set), ElementsAre("text.cut-off"));
    EXPECT_EQ(set.findings[0].message, "「見守りを広げ」の後が、欄の高さが足りず切れているおそれがあります。");
}

std::string failure(const std::string& bytes) {
    try {
        read(bytes);
    } catch (const Error& error) {
        return error.finding().code + ": " + error.finding().message;
    }
    return "read";
}

TEST(Pdf, PicturesOnlyAndBrokenFilesAreTold) {
    const char* path = std::getenv("PATH");
    const std::string before = path ? path : "";
    setenv("PATH", "/nowhere", 1);  // so that no tesseract is found
    PdfPage scan;
    scan.fill(50, 50, 200, 200, 0.3);
    EXPECT_EQ(failure(build_pdf({scan})), "pdf.images-only: 画像だけのPDF（スキャンなど）で、文字の情報がありません。");
    setenv("PATH", before.c_str(), 1);
    EXPECT_EQ(failure("%PDF-1.7\nnothing"), "pdf.damaged: PDFとして開けません。壊れているか、途中で切れています。");
}

}  // namespace
}  // namespace torimatome::tests
