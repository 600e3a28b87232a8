// Tables of a PDF whose cells hold sentences of several lines, without rules: rows, merged cells, pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "parsers/reader.hpp"
#include "tests/parsers/pdf_builder.hpp"
#include "tests/parsers/table_texts.hpp"
#include "text/code_points.hpp"

namespace torimatome::tests {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr double kPitch = 13;  // between the lines of one cell

const std::string kShort = "窓口を地区に設けた。";
const std::string kMiddle = "相談に来た家庭を関係する課と一緒に見守り、次の年も続ける。";
const std::string kLong =
    "浜手と本町の集会所で月に一回の相談会を開き、参加した保護者の声を集めて、次の年の計画に生かすことにした。";

TableSet read(const std::vector<PdfPage>& pages) { return parsers::read_tables({"a.pdf", build_pdf(pages)}, {}); }

// Sets `text` in lines of `width` characters from height `y` on; returns where the next line would stand.
double set(PdfPage& page, double x, double y, const std::string& text, std::size_t width) {
    std::string line;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        line.append(text, at, c.length);
        at += c.length;
        if (++count < width && at < text.size()) continue;
        page.text(x, y, line);
        y += kPitch;
        line.clear();
        count = 0;
    }
    return y;
}

struct Texts {
    std::string mark;
    std::string plan;
    std::string result;
};

PdfPage page_with_head() {
    PdfPage page;
    page.width = 420;
    page.height = 700;
    page.text(130, 40, "計画").text(300, 40, "結果");
    return page;
}

// Sets rows, `padding` points apart, from height `y` on; returns where the next row would begin.
double set_rows(PdfPage& page, double y, double padding, const std::vector<Texts>& rows) {
    for (const Texts& row : rows) {
        if (!row.mark.empty()) page.text(30, y, row.mark);
        const double plan = set(page, 60, y, row.plan, 16);
        const double result = set(page, 230, y, row.result, 16);
        y = std::max(plan, result) + padding;
    }
    return y;
}

TEST(PdfProseTables, RowsBeginWhereTextsBeginBesideEachOther) {
    for (const double padding : {6.0, 0.0}) {
        PdfPage page = page_with_head();
        set_rows(page, 60, padding,
                 {{"①", kMiddle, kLong},
                  {"②", kLong, kShort},
                  {"③", kShort, kLong},
                  {"④", kLong, kMiddle},
                  {"⑤", kMiddle, kLong},
                  {"⑥", kLong, kShort}});
        const TableSet set = read({page});
        ASSERT_EQ(set.tables.size(), 1u) << padding;
        EXPECT_TRUE(set.tables[0].unruled) << padding;
        EXPECT_EQ(set.tables[0].columns, 3) << padding;
        EXPECT_EQ(set.tables[0].rows, 7) << padding;
        ASSERT_EQ(set.findings.size(), 1u) << padding;
        EXPECT_EQ(set.findings[0].code, "table.unruled");
        EXPECT_EQ(set.findings[0].severity, Severity::warning);
        EXPECT_EQ(set.findings[0].message, "1 頁からの表には罫線がないため、文字の位置から行と列を読み取りました。");
        EXPECT_THAT(cells(set.tables[0]), Contains("2,3 " + kLong)) << padding;
        EXPECT_THAT(cells(set.tables[0]), Contains("3,2 " + kLong)) << padding;
        EXPECT_THAT(cells(set.tables[0]), Contains("7,3 " + kShort)) << padding;
    }
}

TEST(PdfProseTables, ABandOfColourThatStopsBesideACellLeavesItMerged) {
    PdfPage page = page_with_head();
    const auto band = [&](double left, double from, double to) { page.fill(left, from, 410, to, 0.9); };
    const auto height = [](double lines) { return lines * kPitch + 6; };
    double y = 60;
    const double top = y - 12;
    // The first column's cells take two rows each; every second row is coloured.
    std::vector<double> edges{top};
    const std::vector<Texts> rows = {{"①", kMiddle, kLong}, {"", kLong, kShort},  {"②", kLong, kMiddle},
                                     {"", kMiddle, kLong},  {"③", kLong, kShort}, {"", kShort, kLong}};
    for (std::size_t i = 0; i < rows.size(); ++i) edges.push_back(edges.back() + height(4));
    for (std::size_t i = 1; i < rows.size(); i += 2) band(50, edges[i], edges[i + 1]);
    for (std::size_t i = 0; i < rows.size(); ++i) set_rows(page, edges[i] + 12, 0, {rows[i]});
    const TableSet set = read({page});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 7);
    EXPECT_THAT(cells(set.tables[0]), Contains("3,2 " + kLong));
    EXPECT_THAT(cells(set.tables[0]), Contains("7,3 " + kLong));
}

TEST(PdfProseTables, ARowThatThePagesEndCutGoesOn) {
    PdfPage first = page_with_head();
    const double y = set_rows(first, 60, 6,
                              {{"①", kMiddle, kLong},
                               {"②", kLong, kShort},
                               {"③", kShort, kLong},
                               {"④", kLong, kMiddle},
                               {"⑤", kMiddle, kLong},
                               {"⑥", kLong, kShort}});
    first.text(30, y, "⑦").text(60, y, "浜手と本町の集会所で月に一回の相");
    PdfPage second = page_with_head();
    const double next = set(second, 60, 60, "談会を開き、参加した保護者の声を集めて、次の年の計画に生かす。", 16) + 6;
    set_rows(second, next, 6, {{"⑧", kMiddle, kLong}, {"⑨", kLong, kShort}});
    first.text(230, y, kShort);
    const TableSet set = read({first, second});
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_EQ(set.tables[0].rows, 10);
    EXPECT_THAT(cells(set.tables[0]), Contains("8,2 浜手と本町の集会所で月に一回の相談会を開き、参加した保護者の声を集"
                                               "めて、次の年の計画に生かす。"));
    EXPECT_THAT(cells(set.tables[0]), Contains(HasSubstr("9,1 ⑧")));
}

TEST(PdfProseTables, RunningTextInTwoColumnsIsNone) {
    PdfPage page;
    page.width = 420;
    page.height = 700;
    double left = 40;
    double right = 40;
    for (int i = 0; i < 8; ++i) {
        left = set(page, 40, left, kLong, 16);
        right = set(page, 230, right, i % 2 ? kMiddle + kShort : kLong, 16);
    }
    EXPECT_EQ(read({page}).tables.size(), 0u);
}

}  // namespace
}  // namespace torimatome::tests
