// Tables that a page's end cuts: whether the next page's first row is one of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/reader.hpp"
#include "tests/parsers/pdf_builder.hpp"
#include "tests/parsers/table_texts.hpp"

namespace torimatome::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;

const std::vector<double> kXs{40, 80, 220, 340};

using Rows = std::vector<std::vector<std::string>>;

// Rows of 30 points, those of the last page at its upper end.
PdfPage page_of(const Rows& rows, double top) {
    PdfPage page;
    std::vector<double> ys{top};
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) page.text(kXs[c] + 2, ys.back() + 18, row[c]);
        ys.push_back(ys.back() + 30);
    }
    page.grid(kXs, ys);
    return page;
}

TableSet read(const PdfPage& first, const PdfPage& second) {
    return parsers::read_tables({"a.pdf", build_pdf({first, second})}, {});
}

TableSet read(const Rows& first, const Rows& second) {
    return read(page_of(first, 280 - 30 * static_cast<double>(first.size())), page_of(second, 40));
}

const Rows kAbove{{"①", "見守りを広げる", "保健所"}, {"②", "窓口を設ける", "学校"}};
const Rows kBelow{{"④", "続ける", "学校"}, {"⑤", "直す", "総務部"}};

Rows with_last(Rows rows, const std::vector<std::string>& row) {
    rows.push_back(row);
    return rows;
}

Rows with_first(const Rows& rows, const std::vector<std::string>& row) {
    Rows all{row};
    all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

TEST(PdfCutRows, MarksOfTheirOwnMakeARow) {
    const TableSet set =
        read(with_last(kAbove, {"③", "家庭を訪ねて", "III"}), with_first(kBelow, {"", "相談を受ける", "II"}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 6);
    EXPECT_THAT(codes(set), ElementsAre("table.joined"));
}

TEST(PdfCutRows, SentencesThatAllEndAtThePagesEndMakeARow) {
    const TableSet set = read(with_last(kAbove, {"③", "家庭を訪ねる。", "見直しを進める。"}),
                              with_first(kBelow, {"", "相談を受ける。", "窓口を増やす。"}));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 6);
    EXPECT_THAT(codes(set), ElementsAre("table.joined"));
}

// The rest of a name may be as short as a mark, and the row's first text may be one of those that go on.
TEST(PdfCutRows, AShortRestBelowFullLinesGoesOn) {
    const TableSet set =
        read({{"①", "見守りを広げる。", "保健所"}, {"", "家庭を訪ねて見守りを続ける", "みなと市立の研修セン"}},
             {{"", "ための窓口を設ける。", "ター"}, {"②", "続ける。", "学校"}});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 3);
    EXPECT_THAT(cells(set.tables[0]), Contains("2,2 家庭を訪ねて見守りを続けるための窓口を設ける。"));
    EXPECT_THAT(cells(set.tables[0]), Contains("2,3 みなと市立の研修センター"));
    EXPECT_THAT(codes(set), ElementsAre("table.joined", "table.row-joined"));
}

// The merged cell is open at the page's end, what stands beside it is not.
TEST(PdfCutRows, ARuleBesideAMergedCellThatGoesOnEndsARow) {
    PdfPage first;
    first.grid({80, 220, 340}, {160, 190, 220, 250}).grid({40, 80}, {160, 190, 220});
    first.line(40, 220, 40, 250).text(44, 180, "①").text(44, 210, "②").text(44, 240, "③");
    first.text(84, 180, "見守りを広げる").text(84, 210, "窓口を設ける").text(84, 240, "相談を受けるため");
    for (const double y : {180, 210, 240}) first.text(224, y, "保健所と学校");
    PdfPage second;
    second.grid({80, 220, 340}, {40, 70, 100, 130}).grid({40, 80}, {70, 100, 130}).line(40, 40, 40, 70);
    second.text(44, 88, "④").text(44, 118, "⑤");
    second.text(84, 58, "体制を作る").text(84, 88, "続ける").text(84, 118, "直す");
    for (const double y : {58, 88, 118}) second.text(224, y, "職員部と学校");
    const TableSet set = read(first, second);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 6);
    EXPECT_THAT(cells(set.tables[0]), Contains("3,1 ③ +2x1"));
    EXPECT_THAT(cells(set.tables[0]), Contains("4,2 体制を作る"));
}

// The rows beside it are others on the next page, but the merged cell's sentence goes on.
TEST(PdfCutRows, AMergedCellsSentenceGoesOnBesideNewRows) {
    PdfPage first;
    first.grid({40, 80}, {220, 250, 280}).grid({220, 340}, {220, 250, 280}).grid({80, 220}, {220, 280});
    first.text(44, 240, "①").text(44, 270, "②").text(224, 240, "続ける。").text(224, 270, "広げる。");
    first.text(82, 238, "支援の必要な世帯を早く見付").text(82, 250, "け家庭を訪ねて見守り続ける");
    PdfPage second;
    second.grid({40, 80}, {40, 70, 100}).grid({220, 340}, {40, 70, 100}).grid({80, 220}, {40, 100});
    second.text(44, 60, "③").text(44, 90, "④").text(224, 60, "直す。").text(224, 90, "やめる。");
    second.text(82, 60, "ための窓口を設ける。");
    const TableSet set = read(first, second);
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(cells(set.tables[0]),
                Contains("1,2 支援の必要な世帯を早く見付け家庭を訪ねて見守り続けるための窓口を設ける。 +4x1"));
    EXPECT_THAT(codes(set), ElementsAre("table.joined", "table.row-joined"));
}

}  // namespace
}  // namespace torimatome::tests
