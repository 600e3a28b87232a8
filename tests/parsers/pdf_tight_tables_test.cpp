// Tables set so tightly that their text touches the rules, runs over them, or looks like rules itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/language.hpp"
#include "parsers/reader.hpp"
#include "tests/parsers/pdf_builder.hpp"
#include "tests/parsers/table_texts.hpp"

namespace torimatome::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TableSet read(const PdfPage& page) { return parsers::read_tables({"a.pdf", build_pdf({page})}, {}); }

// Eight rows of 11 points with one rule between their two columns and none at their sides.
PdfPage tight_rows(const std::string& left, const std::string& right) {
    PdfPage page;
    for (int row = 0; row <= 8; ++row) page.line(40, 40 + 11 * row, 340, 40 + 11 * row);
    page.line(140, 40, 140, 128);
    for (int row = 0; row < 8; ++row) page.text(42, 49.5 + 11 * row, left).text(143, 49.5 + 11 * row, right);
    return page;
}

std::vector<std::string> rows_of(const std::string& left, const std::string& right) {
    std::vector<std::string> result;
    for (int row = 1; row <= 8; ++row) {
        result.push_back(std::to_string(row) + ",1 " + left);
        result.push_back(std::to_string(row) + ",2 " + right);
    }
    return result;
}

TEST(PdfTightTables, BarsOneBelowTheOtherAreNoRule) {
    const TableSet set = read(tight_rows("｜港湾課", "見守り｜窓口"));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].columns, 2);
    EXPECT_EQ(cells(set.tables[0]), rows_of("｜港湾課", "見守り｜窓口"));
}

TEST(PdfTightTables, ARuleAlongFullLinesOfTwoColumnsIsNoUnderline) {
    const TableSet set = read(tight_rows("港湾課の担当する事", "見守りの窓口を各地区に設けて相談を受け"));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 8);
    EXPECT_EQ(cells(set.tables[0]), rows_of("港湾課の担当する事", "見守りの窓口を各地区に設けて相談を受け"));
    EXPECT_THAT(set.tables[0].cells[0].content->runs, IsEmpty());
}

PdfPage three_columns() {
    PdfPage page;
    page.grid({40, 100, 200, 340}, {40, 60, 80, 100, 120});
    for (const double y : {54.0, 74.0, 94.0}) page.text(43, y, "港湾課").text(103, y, "窓口").text(203, y, "四月");
    return page;
}

TEST(PdfTightTables, ALineThatRunsOverItsRuleIsOneCells) {
    PdfPage page = three_columns();
    page.text(45, 114, "みなと市民会館").text(203, 114, "五月");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1,1 港湾課", "1,2 窓口", "1,3 四月", "2,1 港湾課", "2,2 窓口", "2,3 四月", "3,1 港湾課",
                            "3,2 窓口", "3,3 四月", "4,1 みなと市民会館", "4,3 五月"));
    ASSERT_EQ(set.findings.size(), 1u);
    EXPECT_EQ(set.findings[0].code, "text.over-edge");
    EXPECT_EQ(set.findings[0].severity, Severity::note);
    EXPECT_EQ(set.findings[0].source.page, 1);
    EXPECT_EQ(set.findings[0].message,
              tell("「みなと市民会館」は罫線をまたいで書かれています。1つの欄の文字として読みました。",
                   "\"みなと市民会館\" is written across a rule. It was read as the text of one cell."));
}

TEST(PdfTightTables, AFullLineBesideTheNextColumnsTextStaysApart) {
    PdfPage page = three_columns();
    page.text(43, 114, "市民会館館長").text(103, 114, "受付").text(203, 114, "五月");
    const TableSet set = read(page);
    EXPECT_EQ(set.tables.at(0).cells[9].text(), "市民会館館長");
    EXPECT_EQ(set.tables.at(0).cells[10].text(), "受付");
    EXPECT_THAT(set.findings, IsEmpty());
}

// Strokes of characters one below the other, close to a rule, stand like dashes beside it.
TEST(PdfTightTables, StrokesThatStandLikeDashesBesideARuleDoNotMoveIt) {
    PdfPage page;
    page.grid({40, 60, 200}, {40, 60, 80, 100, 120, 140, 160});
    for (double y = 42; y < 158; y += 10) page.line(62.2, y, 62.2, y + 5);
    for (int row = 0; row < 6; ++row) page.text(45, 54 + 20 * row, "①").text(66, 54 + 20 * row, "窓口");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].columns, 2);
    EXPECT_NEAR(std::get<PagePlace>(set.tables[0].cells[0].place).box.x1, 60, 0.5);
}

TEST(PdfTightTables, WideDoubleRulesAreOneEach) {
    PdfPage page;
    for (int row = 0; row <= 4; ++row) {
        for (const double half : {-1.5, 1.5}) page.line(40, 40.3 + 20.2 * row + half, 240, 40.3 + 20.2 * row + half);
    }
    for (const double x : {40.0, 100.0, 240.0}) page.line(x, 39, x, 122);
    for (int row = 0; row < 4; ++row) page.text(46, 54 + 20.2 * row, "窓口").text(110, 54 + 20.2 * row, "四月");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 4);
    EXPECT_EQ(set.tables[0].columns, 2);
}

// Dotted rules; the texts of the second column begin alike, so that their strokes stand one below the other.
TEST(PdfTightTables, TextsThatBeginAlikeMakeNoRuleBetweenDottedOnes) {
    PdfPage page;
    const auto dotted = [&page](double x0, double y0, double x1, double y1) {
        const double length = std::max(x1 - x0, y1 - y0);
        const double across = (x1 - x0) / length;
        const double down = (y1 - y0) / length;
        for (double at = 0; at < length; at += 2)
            page.line(x0 + at * across, y0 + at * down, x0 + (at + 1) * across, y0 + (at + 1) * down);
    };
    for (int row = 0; row <= 9; ++row) dotted(40, 40 + 21 * row, 240, 40 + 21 * row);
    for (const double x : {40.0, 100.0, 240.0}) dotted(x, 40, x, 40 + 21 * 9);
    for (int row = 0; row < 9; ++row) {
        page.text(44, 54 + 21 * row, std::to_string(row)).text(104, 54 + 21 * row, "令和8年度～令和13年度");
    }
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 9);
    EXPECT_EQ(set.tables[0].columns, 2);
}

// Signs that must not start a line hang over the edge, always at the same place, beside the next column's text.
TEST(PdfTightTables, SignsThatHangOverARuleStayWithTheirLine) {
    PdfPage page;
    page.grid({40, 102, 192}, {40, 60, 80, 100, 120});
    for (const double y : {54.0, 74.0, 94.0}) page.text(42, y, "港湾課と窓口、").text(108, y, "・受付");
    page.text(42, 114, "市民会館ニュー").text(150, 114, "窓口の人々");
    const TableSet set = read(page);
    EXPECT_THAT(cells(set.tables.at(0)),
                ElementsAre("1,1 港湾課と窓口、", "1,2 ・受付", "2,1 港湾課と窓口、", "2,2 ・受付",
                            "3,1 港湾課と窓口、", "3,2 ・受付", "4,1 市民会館ニュー", "4,2 窓口の人々"));
    EXPECT_THAT(set.loose, IsEmpty());
    EXPECT_THAT(set.findings, IsEmpty());
}

}  // namespace
}  // namespace torimatome::tests
