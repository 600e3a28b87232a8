// Tables of a PDF with few rules or none: what parts them from each other, their heads, and their pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/reader.hpp"
#include "tests/parsers/pdf_builder.hpp"
#include "tests/parsers/table_texts.hpp"

namespace torimatome::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TableSet read(const std::vector<PdfPage>& pages) { return parsers::read_tables({"a.pdf", build_pdf(pages)}, {}); }

void rows(PdfPage& page, const std::vector<double>& xs, double y, double step,
          const std::vector<std::vector<std::string>>& texts) {
    for (const auto& row : texts) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (!row[c].empty()) page.text(xs[c], y, row[c]);
        }
        y += step;
    }
}

TEST(PdfOpenTables, ATitlePartsTwoTablesAndTheSecondKeepsItsHead) {
    PdfPage page;
    rows(page, {40, 80, 200}, 30, 20,
         {{"番号", "名称", "電話"},
          {"一", "ひまわり園", "三番"},
          {"二", "さくら園", "四番"},
          {"三", "すみれ園", "五番"},
          {"四", "もみじ園", "六番"}});
    page.text(40, 146, "２　人数の内訳");
    page.text(110, 170, "浜手").text(190, 170, "本町");
    rows(page, {40, 100, 130, 180, 210}, 188, 20,
         {{"年度", "男", "女", "男", "女"},
          {"五年", "三", "四", "五", "六"},
          {"六年", "七", "八", "九", "十"},
          {"七年", "一", "二", "三", "四"}});
    const TableSet set = read({page});
    ASSERT_EQ(set.tables.size(), 2u);
    EXPECT_EQ(set.tables[0].rows, 5);
    EXPECT_EQ(set.tables[0].columns, 3);
    EXPECT_EQ(set.tables[1].rows, 5);
    EXPECT_THAT(cells(set.tables[1]), Contains("1,2 浜手 +1x2"));
    EXPECT_THAT(cells(set.tables[1]), Contains("1,4 本町 +1x2"));
    EXPECT_THAT(cells(set.tables[1]), Contains("2,2 男"));
    ASSERT_EQ(set.loose.size(), 1u);
    EXPECT_EQ(set.loose[0].text, "２　人数の内訳");
}

TEST(PdfOpenTables, ANameInTheMiddleOfTwoColumnsHeadsBoth) {
    PdfPage page;
    page.text(70, 30, "取組方針").text(205, 30, "担当課");
    rows(page, {40, 60, 190}, 50, 20,
         {{"一", "窓口を地区に設ける", "港湾市民課"},
          {"二", "相談を夜間も受ける", "浜手福祉課"},
          {"三", "研修を年二回行う", "本町職員課"},
          {"四", "手引を作り直す", "本町総務課"}});
    const TableSet set = read({page});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].columns, 3);
    EXPECT_THAT(cells(set.tables[0]), Contains("1,1 取組方針 +1x2"));
    EXPECT_THAT(cells(set.tables[0]), Contains("1,3 担当課"));
}

// Rows as high as a neighbour's text makes them, with a list above that reaches over the first columns.
TEST(PdfOpenTables, RowsFarApartAndAListAboveAreOneTable) {
    PdfPage page;
    page.height = 500;
    double y = 20;
    for (const char* line :
         {"点検の報告書における提言", "一　見守りの体制を地域に広げる", "二　居場所を浜手と本町に設ける"}) {
        page.text(20, y, line);
        y += 14;
    }
    page.text(20, 80, "番号").text(60, 80, "取組の目標").text(165, 80, "取組の結果").text(270, 80, "担当課");
    for (int row = 0; row < 4; ++row) {
        const double top = 105 + 90 * row;
        page.text(20, top, std::to_string(row + 1));
        page.text(60, top, "見守りの輪を町内会に").text(60, top + 12, "広げる。");
        page.text(165, top, "四地区で研修を開いて").text(165, top + 12, "三十人が修了した。");
        page.text(270, top, "浜手福祉課");
    }
    const TableSet set = read({page});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 5);
    EXPECT_EQ(set.tables[0].columns, 4);
    EXPECT_THAT(cells(set.tables[0]), Contains("1,2 取組の目標"));
    EXPECT_THAT(cells(set.tables[0]), Contains("5,2 見守りの輪を町内会に広げる。"));
    EXPECT_THAT(cells(set.tables[0]), Contains("5,3 四地区で研修を開いて三十人が修了した。"));
    EXPECT_EQ(set.loose.size(), 3u);
}

TEST(PdfOpenTables, RulesBelowSomeCellsShowRowsAndColumns) {
    PdfPage page;
    // The rule between the head's rows is short; those below the body's rows begin where the merged column ends.
    for (const double y : {20.0, 68.0, 164.0}) page.line(36, y, 300, y);
    page.line(236, 44, 300, 44);
    for (const double y : {92.0, 116.0, 140.0}) page.line(78, y, 300, y);
    page.text(40, 48, "地区").text(110, 48, "名称").text(256, 36, "定員").text(245, 60, "男").text(280, 60, "女");
    rows(page, {82, 245, 280}, 84, 24,
         {{"ひまわり園", "三", "四"}, {"さくら園", "五", "六"}, {"すみれ園", "七", "八"}, {"もみじ園", "九", "十"}});
    page.text(40, 120, "浜手");
    const TableSet set = read({page});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 地区 +2x1", "1,2 名称 +2x1", "1,3 定員 +1x2", "2,3 男", "2,4 女", "3,1 浜手 +4x1",
                            "3,2 ひまわり園", "3,3 三", "3,4 四", "4,2 さくら園", "4,3 五", "4,4 六", "5,2 すみれ園",
                            "5,3 七", "5,4 八", "6,2 もみじ園", "6,3 九", "6,4 十"));
}

TEST(PdfOpenTables, MergedCellsThatFitTwoWaysAreNamed) {
    PdfPage page;
    rows(page, {40, 100, 220}, 40, 24,
         {{"地区", "名称", "電話"},
          {"本町", "ひまわり園", "三番"},
          {"浜手", "さくら園", "四番"},
          {"栄町", "すみれ園", "五番"},
          {"", "もみじ園", "六番"},
          {"港", "あおば園", "七番"}});
    const TableSet sure = read({page});
    EXPECT_THAT(codes(sure), Not(Contains("table.span-unsure")));
    PdfPage unsure;
    rows(unsure, {40, 100, 220}, 40, 24,
         {{"地区", "名称", "電話"},
          {"本町", "ひまわり園", "三番"},
          {"", "さくら園", "四番"},
          {"浜手", "すみれ園", "五番"},
          {"", "もみじ園", "六番"}});
    const TableSet set = read({unsure});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), Contains("3,1 浜手 +3x1"));
    EXPECT_THAT(codes(set), ElementsAre("table.span-unsure", "table.span-unsure"));
    EXPECT_THAT(set.findings[1].message, HasSubstr("浜手"));
}

TEST(PdfOpenTables, BandsOfColourBelowAWhiteRowAreOfItsTable) {
    PdfPage page;
    for (const double y : {73.0, 121.0, 169.0}) page.fill(36, y, 300, y + 24, 0.9);
    page.raw("0 g");
    rows(page, {40, 80, 200}, 40, 24,
         {{"番号", "名称", "電話"},
          {"一", "ひまわり園", "三番"},
          {"二", "さくら園", "四番"},
          {"三", "すみれ園", "五番"},
          {"四", "もみじ園", "六番"},
          {"五", "あおば園", "七番"},
          {"六", "わかば園", "八番"}});
    const TableSet set = read({page});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 7);
    EXPECT_EQ(set.tables[0].columns, 3);
    EXPECT_THAT(set.loose, IsEmpty());
}

TEST(PdfOpenTables, AHeadPrintedAgainJoinsPagesWhoseTextsBeginElsewhere) {
    PdfPage first;
    rows(first, {40, 110, 228}, 40, 24,
         {{"番号", "名称", "人数"},
          {"一", "ひまわり園", "百三十"},
          {"二", "さくら園", "百四十"},
          {"三", "すみれ園", "百五十"}});
    PdfPage second;
    second.text(40, 40, "番号").text(110, 40, "名称").text(228, 40, "人数");
    rows(second, {40, 120, 238}, 64, 24, {{"四", "もみじ", "三"}, {"五", "あおば", "四"}, {"六", "わかば", "五"}});
    const TableSet set = read({first, second});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 7);
    EXPECT_THAT(codes(set), Contains("table.joined"));
}

}  // namespace
}  // namespace torimatome::tests
