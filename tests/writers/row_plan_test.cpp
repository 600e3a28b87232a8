#include "writers/workbook/row_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome::writers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(RowPlan, GivesEachRecordItsHighestCell) {
    const RowPlan plan = plan_rows({{0, 0, 20}, {1, 1, 30}, {0, 0, 50}}, 2, 18, {1000, 1000});
    EXPECT_THAT(plan.heights, ElementsAre(50, 30));
    EXPECT_THAT(plan.page_starts, IsEmpty());
}

TEST(RowPlan, GivesNoRecordLessThanALine) {
    EXPECT_THAT(plan_rows({}, 2, 18, {1000, 1000}).heights, ElementsAre(18, 18));
}

TEST(RowPlan, AddsWhatASpanningCellLacksToItsLastRecord) {
    const RowPlan plan = plan_rows({{0, 0, 20}, {1, 1, 30}, {2, 2, 20}, {0, 1, 90}}, 3, 18, {1000, 1000});
    EXPECT_THAT(plan.heights, ElementsAre(20, 70.5, 20)) << "40 pt more, in whole pixels";
}

TEST(RowPlan, CountsForOuterCellsWhatInnerOnesAdded) {
    const RowPlan plan = plan_rows({{0, 2, 90}, {0, 1, 60}}, 3, 18, {1000, 1000});
    EXPECT_THAT(plan.heights, ElementsAre(18, 42, 30));
}

TEST(RowPlan, StartsAPageWhereARecordDoesNotFit) {
    const RowPlan plan = plan_rows({{0, 0, 60}, {1, 1, 60}, {2, 2, 60}, {3, 3, 60}}, 4, 18, {100, 130});
    EXPECT_THAT(plan.page_starts, ElementsAre(1, 3)) << "one record fits the first page, two each of the others";
}

TEST(RowPlan, EndsAPageEarlyRatherThanCuttingCells) {
    // Four records of 60 pt fit a page; the cell that spans the last two of them and one more would be cut in two.
    const std::vector<CellNeed> needs = {{0, 0, 60}, {1, 1, 60}, {2, 2, 60}, {3, 3, 60}, {4, 4, 60}, {3, 4, 20}};
    EXPECT_THAT(plan_rows(needs, 5, 18, {250, 250}).page_starts, ElementsAre(3));
    // Not where the page would stay half empty.
    EXPECT_THAT(plan_rows({{0, 0, 60}, {1, 1, 60}, {2, 2, 60}, {1, 2, 20}}, 3, 18, {150, 150}).page_starts,
                ElementsAre(2));
}

TEST(RowPlan, ShowsTheTextOfASpanningCellOnThePageWhereItBegins) {
    // The cell needs 100 pt; only one of its records fits the page, so that one gets them all.
    const std::vector<CellNeed> needs = {{0, 0, 60}, {1, 1, 60}, {0, 1, 100}};
    const RowPlan plan = plan_rows(needs, 2, 18, {110, 110});
    EXPECT_THAT(plan.heights, ElementsAre(100.5, 60));
    EXPECT_THAT(plan.page_starts, ElementsAre(1));
}

TEST(RowPlan, NamesTheRecordsThatAreTallerThanAPage) {
    const RowPlan plan = plan_rows({{0, 0, 60}, {1, 1, 260}, {2, 2, 60}}, 3, 18, {100, 100});
    EXPECT_THAT(plan.heights, ElementsAre(60, 260, 60));
    EXPECT_THAT(plan.page_starts, ElementsAre(1, 2));
    EXPECT_THAT(plan.over_page, ElementsAre(1));
}

TEST(RowPlan, LetsASpanningCellThatNoPageHoldsFlowOverItsRecords) {
    const RowPlan plan = plan_rows({{0, 0, 80}, {1, 1, 80}, {2, 2, 80}, {0, 2, 240}}, 3, 18, {100, 100});
    EXPECT_THAT(plan.heights, ElementsAre(80, 80, 80)) << "the whole of it has room enough";
}

}  // namespace
}  // namespace torimatome::writers
