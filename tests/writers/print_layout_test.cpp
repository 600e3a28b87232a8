#include "writers/workbook/print_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "minato.hpp"
#include "writers/workbook/print_draft.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {
namespace {

using testing::ElementsAre;

double width_on_paper(const std::vector<PrintColumn>& columns) {
    const int pixels = std::accumulate(columns.begin(), columns.end(), 0,
                                       [](int sum, const PrintColumn& c) { return sum + c.pixels; });
    return pixels / kPixelsPerUnit * kPaperPointsPerUnit;
}

TEST(PrintColumns, FillThePageAndNoMore) {
    const Form form = minato_form();
    const Document document = minato_document();
    for (const Paper paper : {Paper::a3, Paper::a4}) {
        const PrintLayout layout = print_layout(paper);
        const double width = width_on_paper(print_columns(form, document, layout));
        EXPECT_LE(width, layout.printable_width());
        EXPECT_GE(width, layout.printable_width() * 0.985);
    }
}

TEST(PrintColumns, GiveMarksWhatTheyNeedAndTheProseTheRest) {
    const Form form = minato_form();
    const std::vector<PrintColumn> columns = print_columns(form, minato_document(), print_layout(Paper::a3));
    ASSERT_EQ(columns.size(), 9U);
    std::vector<std::string> ids;
    for (const PrintColumn& column : columns) ids.push_back(column.field->id);
    EXPECT_THAT(ids, ElementsAre("item", "policy_mark", "policy", "goal", "result", "evaluation", "plan", "category",
                                 "departments"));
    EXPECT_EQ(columns[0].half_widths, 2);
    EXPECT_EQ(columns[1].half_widths, 2);
    EXPECT_GE(columns[2].half_widths, 20);
    EXPECT_TRUE(columns[0].first_of_heading);
    EXPECT_FALSE(columns[0].last_of_heading);
    EXPECT_TRUE(columns[2].last_of_heading);
}

TEST(PrintColumns, HaveRoomForLongMarks) {
    Document document = minato_document();
    document.records[0].find("policy_mark")->text = "（１２）";
    const Form form = minato_form();
    const std::vector<PrintColumn> columns = print_columns(form, document, print_layout(Paper::a3));
    EXPECT_GE(columns[1].half_widths, 8);
}

TEST(PrintCells, SpanTheRecordsThatInheritThem) {
    const Form form = minato_form();
    const Document document = minato_document();
    const PrintLayout layout = print_layout(Paper::a3);
    const std::vector<PrintColumn> columns = print_columns(form, document, layout);
    const std::vector<const Record*> records = {&document.records[0], &document.records[1], &document.records[2]};
    std::vector<std::vector<int>> goal;
    std::vector<std::vector<int>> policy;
    for (const PrintCell& cell : print_cells(records, columns, layout)) {
        if (columns[cell.column].field->id == "goal") goal.push_back({cell.first, cell.last});
        if (columns[cell.column].field->id == "policy") policy.push_back({cell.first, cell.last});
    }
    EXPECT_THAT(goal, ElementsAre(ElementsAre(0, 0), ElementsAre(1, 2)));
    EXPECT_THAT(policy, ElementsAre(ElementsAre(0, 2)));
}

TEST(PrintCells, KeepAnInheritedTextThatDiffersFromTheOneAbove) {
    const Form form = minato_form();
    Document document = minato_document();
    document.records[1].find("policy")->text = "別の方針";
    const PrintLayout layout = print_layout(Paper::a3);
    const std::vector<PrintColumn> columns = print_columns(form, document, layout);
    std::vector<std::string> policies;
    for (const PrintCell& cell : print_cells({&document.records[0], &document.records[1]}, columns, layout)) {
        if (columns[cell.column].field->id == "policy") policies.push_back(cell.field->text);
    }
    EXPECT_THAT(policies, ElementsAre("相談の入り口を分かりやすくする。", "別の方針"));
}

TEST(PrintDraft, SetsACellThatIsTallerThanAPageInSmallerType) {
    const Form form = minato_form();
    Document document = minato_document();
    const PrintLayout layout = print_layout(Paper::a3);
    const std::vector<PrintColumn> columns = print_columns(form, document, layout);
    document.records[1].find("plan")->text = minato_prose(1150);
    const PageRoom room = {540, 540};
    const PrintDraft draft = draft_table({&document.records[0], &document.records[1]}, columns, layout, room);
    std::vector<double> sizes;
    for (const PrintCell& cell : draft.cells) {
        if (columns[cell.column].field->id == "plan" || columns[cell.column].field->id == "result")
            sizes.push_back(cell.size);
    }
    EXPECT_THAT(sizes, ElementsAre(9, 9, 9, 7.5)) << "results, then plans";
    EXPECT_THAT(draft.plan.over_page, testing::IsEmpty());
    EXPECT_LE(draft.plan.heights[1], 540);
}

TEST(PrintDraft, KeepsTheUsualTypeWhereNoSmallerOneHelps) {
    const Form form = minato_form();
    Document document = minato_document();
    const PrintLayout layout = print_layout(Paper::a3);
    const std::vector<PrintColumn> columns = print_columns(form, document, layout);
    document.records[0].find("plan")->text = minato_prose(3000);
    const PrintDraft draft = draft_table({&document.records[0]}, columns, layout, {540, 540});
    for (const PrintCell& cell : draft.cells) EXPECT_EQ(cell.size, 9);
    EXPECT_THAT(draft.plan.over_page, ElementsAre(0));
}

}  // namespace
}  // namespace torimatome::writers
