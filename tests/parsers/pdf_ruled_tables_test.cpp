// Tables with rules that their text, or what stands around them, makes hard to see.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "parsers/pdf/drawn_fonts.hpp"
#include "parsers/pdf/rule_runs.hpp"
#include "parsers/reader.hpp"
#include "tests/parsers/pdf_builder.hpp"
#include "tests/parsers/table_texts.hpp"

namespace torimatome::tests {
namespace {

namespace pdf = parsers::pdf;
using testing::ElementsAre;

TableSet read(const PdfPage& page) { return parsers::read_tables({"a.pdf", build_pdf({page})}, {}); }

// Columns that cross a dashed rule cut some of its dashes; it still is no row of strokes.
TEST(PdfRuledTables, DashesThatColumnsCrossAreEven) {
    constexpr int kWidth = 740;
    pdf::GreyImage image;
    image.width = kWidth;
    image.height = 7;
    image.pixels.assign(static_cast<std::size_t>(kWidth) * 7, 255);
    for (int x = 20; x < kWidth - 20; ++x) image.row(3)[x] = (x - 20) % 15 < 12 ? 0 : 255;
    for (int x = 86; x < kWidth - 20; x += 90) {
        for (int y = 0; y < image.height; ++y) image.row(y)[x] = 0;
    }
    const std::vector<pdf::Run> runs = pdf::find_runs(image);
    const auto is_whole = [](const pdf::Run& run) { return run.dashed && run.even && run.length() > 690; };
    EXPECT_EQ(std::count_if(runs.begin(), runs.end(), is_whole), 2);
}

// A heading between two dashed tables stands where one of their columns ends: its strokes join no dashes.
TEST(PdfRuledTables, DashedTablesWithAHeadingBetweenThemAreTwo) {
    PdfPage page;
    page.raw("[8 2] 0 d");
    page.grid({40, 61, 200, 340}, {40, 70, 100}).grid({40, 61, 200, 340}, {112, 142, 172});
    page.raw("[] 0 d");
    for (const double y : {58.0, 88.0, 130.0, 160.0}) page.text(45, y, "①").text(66, y, "窓口").text(205, y, "四月");
    page.text(42, 110, "田囲団地の見守り");
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 2u);
    EXPECT_EQ(set.tables[0].rows, 2);
    EXPECT_EQ(set.tables[1].rows, 2);
    ASSERT_EQ(set.loose.size(), 1u);
    EXPECT_EQ(set.loose[0].text, "田囲団地の見守り");
}

// A gap between two strokes that is finer than the picture's pixels is seen by looking closer.
TEST(PdfRuledTables, StrokesThatMeetInThePictureAreNoLine) {
    for (const double height : {54.2, 59.5}) {
        for (const bool drawn : {false, true}) {
            PdfPage page;
            page.grid({40, 140, 240}, {40, 70, 100});
            page.text(45, 58, "担当").text(145, 58, "保健").text(45, 88, "備考").text(145, 88, "なし");
            page.line(145.2, height, 154.8, height, 1).line(drawn ? 154.8 : 155.2, height, 164.8, height, 1);
            const TableSet set = read(page);
            ASSERT_EQ(set.tables.size(), 1u);
            const CellText& text = *set.tables[0].cells.at(1).content;
            const bool through = height < 58;
            EXPECT_EQ(text.text, through && drawn ? "" : "保健");
            EXPECT_EQ(text.struck, through && drawn ? "保健" : "");
            EXPECT_EQ(text.runs.size(), !through && drawn ? 1u : 0u);
        }
    }
}

// Rules between rows and one between two columns, none at the sides; a heading's row has no rule within it.
PdfPage open_sided(double heading_height) {
    PdfPage page;
    double y = 40;
    page.line(40, y, 340, y);
    const auto row = [&](double height, const std::vector<std::string>& texts) {
        page.text(42, y + 10, texts[0]).line(40, y + height, 340, y + height);
        if (texts.size() > 1) page.line(140, y, 140, y + height).text(142, y + 10, texts[1]);
        y += height;
    };
    row(14, {"区分", "取組"});
    row(heading_height, {"見守りの体制"});
    row(14, {"窓口", "広げる。"});
    row(28, {"訪問", "続ける。"});
    return page;
}

TEST(PdfRuledTables, AHeadingsRowPartsNoTableWithOpenSides) {
    const TableSet set = read(open_sided(14));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 区分", "1,2 取組", "2,1 見守りの体制 +1x2", "3,1 窓口",
                                                  "3,2 広げる。", "4,1 訪問", "4,2 続ける。"));
}

TEST(PdfRuledTables, TheUpperRuleOfATableWithOpenSidesIsNoUnderlineOfItsTitle) {
    PdfPage page = open_sided(14);
    page.text(60, 36, "みなと市の見守りの体制を広げるための取組", 13);
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 4);
    EXPECT_EQ(set.loose.size(), 1u);
}

// Higher than a row of one line: a heading between two tables.
TEST(PdfRuledTables, AHeadingBetweenTablesWithOpenSidesStaysOne) { EXPECT_EQ(read(open_sided(32)).tables.size(), 2u); }

PdfPage one_line(const std::string& text) {
    PdfPage page;
    page.grid({40, 140, 340}, {40, 56, 72});
    page.text(45, 52, "担当").text(145, 52, text).text(45, 68, "備考").text(145, 68, "なし");
    return page;
}

// Strokes cross a line through dense characters so often that it is no rule to be seen; it is dark from edge to edge.
TEST(PdfRuledTables, AShortLineThroughDenseCharactersStrikesThem) {
    PdfPage page = one_line("新たな旧条例の窓口");
    page.line(175, 48.4, 205, 48.4, 0.6);
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 2);
    EXPECT_EQ(set.tables[0].cells.at(1).content->text, "新たなの窓口");
    EXPECT_EQ(set.tables[0].cells[1].content->struck, "旧条例");
}

// The bars of letters beside each other go from edge to edge as a line does.
TEST(PdfRuledTables, BarsOfLettersStrikeNothing) {
    PdfPage page = one_line("担当のstaff室");
    page.line(190, 48.4, 200, 48.4, 0.6);
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].cells.at(1).content->text, "担当のstaff室");
}

TEST(PdfRuledTables, AnUnderlineCloseToARowsRuleIsNoRow) {
    PdfPage page = one_line("新たな旧条例の窓口");
    page.line(175, 53.6, 205, 53.6, 0.6);
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 2);
    const CellText& text = *set.tables[0].cells.at(1).content;
    EXPECT_EQ(text.text, "新たな旧条例の窓口");
    ASSERT_EQ(text.runs.size(), 3u);
    EXPECT_EQ(text.runs[1].text, "旧条例");
    EXPECT_TRUE(text.runs[1].underline);
}

// Characters whose strokes stand so closely that they are one dark square in the picture are seen, those behind a
// black field are not.
TEST(PdfRuledTables, DenseCharactersThatAreDrawnAreSeen) {
    PdfPage page;
    page.grid({40, 140, 240}, {40, 70, 100});
    page.text(45, 58, "丁", 8, PdfFont::drawn).text(145, 58, "保健").text(45, 88, "下", 8, PdfFont::drawn);
    page.fill(40, 70, 140, 100, 0);
    const TableSet set = read(page);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1,1 丁", "1,2 保健"));
    EXPECT_THAT(codes(set), ElementsAre("text.hidden"));
}

pdf::Glyph glyph_at(double x, bool drawn, pdf::Direction direction) {
    pdf::Glyph glyph;
    glyph.code = U'港';
    glyph.box = {x, 10, x + 10, 20};
    glyph.size = 10;
    glyph.drawn = drawn;
    glyph.direction = direction;
    return glyph;
}

// A character that a drawn font lends to a line of another font seems upside down by its matrix, but stands in it.
TEST(PdfRuledTables, ADrawnCharacterRunsAsTheTextAroundIt) {
    pdf::GreyImage image;
    image.width = image.height = 80;
    image.pixels.assign(80 * 80, 255);
    using enum pdf::Direction;
    std::vector<pdf::Glyph> line = {glyph_at(10, false, right), glyph_at(20, true, upended),
                                    glyph_at(30, false, right)};
    pdf::turn_drawn_glyphs(line, image);
    EXPECT_EQ(line[1].direction, right);
    // Without other text nothing tells that it runs the other way.
    std::vector<pdf::Glyph> alone = {glyph_at(20, true, upended)};
    pdf::turn_drawn_glyphs(alone, image);
    EXPECT_EQ(alone[0].direction, upended);
}

}  // namespace
}  // namespace torimatome::tests
