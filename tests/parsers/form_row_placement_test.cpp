#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/form/row_placement.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Cells = std::vector<std::string>;

const std::string kPolicy = "妊娠期から切れ目のない支援を行う。";
const std::string kGoal = "○必要な支援を続ける体制が整っている。";
const std::string kResult = "令和3年度から保健師を2名増員し、家庭訪問を行った。";
const std::string kEvaluation = "訪問の間隔が空いた家庭があり、計画を見直す必要がある。";
const std::string kPlan = "引き続き、令和4年度も家庭訪問の充実を図る。";
const std::string kDepartments = "健) 保健所 こ) こども家庭部";

const Cells kSplit = {"①", "ア", kPolicy, kGoal, kResult, kEvaluation, kPlan, "II", kDepartments};
const Cells kFused = {"① ア " + kPolicy, kGoal, kResult, kEvaluation, kPlan, "II", kDepartments};
const std::vector<std::string> kFields = {"item",       "policy_mark", "policy",   "goal",       "result",
                                          "evaluation", "plan",        "category", "departments"};

const CellStyle kSplitStyle = {1, 1, 1, 1, 1, 1, 1, 1, 1};
const CellStyle kFusedStyle = {3, 1, 1, 1, 1, 1, 1};
const CellStyle kMarksApart = {2, 1, 1, 1, 1, 1, 1, 1};

const std::vector<Slot>& slots() {
    static const std::vector<Slot> made = [] {
        std::vector<Slot> result;
        int column = 0;
        for (const ColumnSpec& spec : shipped_form("recommendation-progress").columns) {
            for (const FieldSpec& field : spec.fields) result.push_back({&field, column});
            ++column;
        }
        return result;
    }();
    return made;
}

RowPlacement place(const Cells& cells, const CellStyle& style) {
    const AffinityContext context{&shipped_form("recommendation-progress"), &shipped_mappings().organisations, 2021};
    return place_row(cells, slots(), style, context);
}

// The field or fields in which each cell with a text stands: "goal", "item..policy", "-" for nowhere, "" for a blank.
Cells fields_of(const RowPlacement& placement, const Cells& cells) {
    Cells fields(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) fields[i] = cells[i].empty() ? "" : "-";
    for (const PlacedCell& placed : placement.cells) {
        const auto index = static_cast<std::size_t>(placed.cell);
        if (cells[index].empty()) continue;
        fields[index] = slots()[static_cast<std::size_t>(placed.first_slot)].field->id;
        if (placed.last_slot > placed.first_slot) {
            fields[index] += ".." + slots()[static_cast<std::size_t>(placed.last_slot)].field->id;
        }
    }
    return fields;
}

Cells place_fields(const Cells& cells, const CellStyle& style) { return fields_of(place(cells, style), cells); }

Cells without(Cells list, std::size_t index) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
    return list;
}

Cells fused_fields() {
    Cells fields(kFields.begin() + 2, kFields.end());
    fields[0] = "item..policy";
    return fields;
}

TEST(RowPlacement, AFullRowStandsWhereItStands) {
    for (const CellStyle& style : {CellStyle{}, kSplitStyle}) {
        const RowPlacement placement = place(kSplit, style);
        EXPECT_EQ(fields_of(placement, kSplit), kFields);
        EXPECT_EQ(placement.style, kSplitStyle);
        EXPECT_EQ(placement.missing, 0);
        EXPECT_FALSE(placement.shifted);
        EXPECT_FALSE(placement.runner_up);
        EXPECT_THAT(placement.empty_slots, IsEmpty());
    }
    for (const CellStyle& style : {CellStyle{}, kFusedStyle}) {
        const RowPlacement placement = place(kFused, style);
        EXPECT_EQ(fields_of(placement, kFused), fused_fields());
        EXPECT_EQ(placement.style, kFusedStyle);
        EXPECT_EQ(placement.missing, 0);
        EXPECT_FALSE(placement.shifted);
        EXPECT_FALSE(placement.runner_up);
    }
}

TEST(RowPlacement, MarksMayShareACellApartFromThePolicy) {
    const Cells cells = {"① ア", kPolicy, kGoal, kResult, kEvaluation, kPlan, "II", kDepartments};
    const RowPlacement placement = place(cells, {});
    EXPECT_THAT(fields_of(placement, cells), ElementsAre("item..policy_mark", "policy", "goal", "result", "evaluation",
                                                         "plan", "category", "departments"));
    EXPECT_EQ(placement.style, kMarksApart);
    EXPECT_EQ(placement.missing, 0);
    EXPECT_FALSE(placement.shifted);
}

TEST(RowPlacement, PlacesOfAStyle) {
    EXPECT_EQ(place_in_style(kSplitStyle, 4), 4);
    EXPECT_EQ(place_in_style(kFusedStyle, 2), 0);
    EXPECT_EQ(place_in_style(kFusedStyle, 4), 2);
    EXPECT_EQ(place_in_style(kMarksApart, 2), 1);
}

class LostCell : public testing::TestWithParam<std::size_t> {};

TEST_P(LostCell, OfASplitRowLeavesTheOthersInTheirFields) {
    const Cells cells = without(kSplit, GetParam());
    const RowPlacement placement = place(cells, kSplitStyle);
    EXPECT_EQ(fields_of(placement, cells), without(kFields, GetParam()));
    EXPECT_EQ(placement.missing, 1);
    EXPECT_THAT(placement.empty_slots, ElementsAre(static_cast<int>(GetParam())));
    EXPECT_THAT(placement.unplaced_cells, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Each, LostCell, testing::Range(std::size_t{0}, kSplit.size()),
                         [](const auto& test) { return kFields[test.param]; });

class LostFusedCell : public testing::TestWithParam<std::size_t> {};

TEST_P(LostFusedCell, LeavesTheOthersInTheirFields) {
    const Cells cells = without(kFused, GetParam());
    const RowPlacement placement = place(cells, kFusedStyle);
    EXPECT_EQ(fields_of(placement, cells), without(fused_fields(), GetParam()));
    EXPECT_EQ(placement.missing, 1);
    EXPECT_THAT(placement.unplaced_cells, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Each, LostFusedCell, testing::Range(std::size_t{0}, kFused.size()),
                         [](const auto& test) { return kFields[test.param == 0 ? 0 : test.param + 2]; });

class TwoLostCells : public testing::TestWithParam<std::pair<std::size_t, std::size_t>> {};

TEST_P(TwoLostCells, LeaveTheOthersInTheirFields) {
    const auto [first, second] = GetParam();
    const Cells cells = without(without(kSplit, second), first);
    const RowPlacement placement = place(cells, kSplitStyle);
    EXPECT_EQ(fields_of(placement, cells), without(without(kFields, second), first));
    EXPECT_EQ(placement.missing, 2);
}

INSTANTIATE_TEST_SUITE_P(Pairs, TwoLostCells,
                         testing::Values(std::pair{3U, 6U}, std::pair{4U, 5U}, std::pair{5U, 6U}, std::pair{3U, 8U},
                                         std::pair{0U, 1U}, std::pair{7U, 8U}, std::pair{4U, 7U}, std::pair{2U, 5U}),
                         [](const auto& test) { return kFields[test.param.first] + "_" + kFields[test.param.second]; });

TEST(RowPlacement, BlankLeadingCellsOfASplitRow) {
    const Cells cells = {"", "", "", "", kResult, kEvaluation, kPlan, "III", ""};
    const RowPlacement placement = place(cells, kSplitStyle);
    EXPECT_THAT(fields_of(placement, cells),
                ElementsAre("", "", "", "", "result", "evaluation", "plan", "category", ""));
    EXPECT_EQ(placement.missing, 0);
    EXPECT_FALSE(placement.shifted);
    EXPECT_EQ(placement.style, kSplitStyle);
}

TEST(RowPlacement, BlankLeadingCellsOfAFusedRow) {
    const Cells cells = {"", "", kResult, kEvaluation, kPlan, "III", ""};
    const RowPlacement placement = place(cells, kFusedStyle);
    EXPECT_THAT(fields_of(placement, cells), ElementsAre("", "", "result", "evaluation", "plan", "category", ""));
    EXPECT_EQ(placement.missing, 0);
    EXPECT_FALSE(placement.shifted);
    EXPECT_EQ(placement.style, kFusedStyle);
}

TEST(RowPlacement, ABlankGroupWithANewGoal) {
    const Cells cells = {"", "", "", kGoal, kResult, kEvaluation, kPlan, "III", kDepartments};
    EXPECT_THAT(place_fields(cells, kSplitStyle),
                ElementsAre("", "", "", "goal", "result", "evaluation", "plan", "category", "departments"));
}

TEST(RowPlacement, ExtraBlanksAtTheEndAreNothing) {
    Cells cells = kSplit;
    cells.insert(cells.end(), {"", "", ""});
    const RowPlacement placement = place(cells, kSplitStyle);
    EXPECT_EQ(placement.missing, 0);
    EXPECT_FALSE(placement.shifted);
    Cells fields = kFields;
    fields.insert(fields.end(), {"", "", ""});
    EXPECT_EQ(fields_of(placement, cells), fields);
}

TEST(RowPlacement, ABlankTooManyShiftsTheRowAndSaysSo) {
    Cells cells = kSplit;
    cells.insert(cells.begin() + 4, "");
    const RowPlacement placement = place(cells, kSplitStyle);
    Cells fields = kFields;
    fields.insert(fields.begin() + 4, "");
    EXPECT_EQ(fields_of(placement, cells), fields);
    EXPECT_TRUE(placement.shifted);
    EXPECT_EQ(placement.missing, 0);
}

TEST(RowPlacement, ALostCellBesideABlankKeepsItsCount) {
    // The plan is lost and a blank stands at the row's end: nine cells, shifted.
    const Cells cells = {"①", "ア", kPolicy, kGoal, kResult, kEvaluation, "II", kDepartments, ""};
    const RowPlacement placement = place(cells, kSplitStyle);
    EXPECT_THAT(fields_of(placement, cells), ElementsAre("item", "policy_mark", "policy", "goal", "result",
                                                         "evaluation", "category", "departments", ""));
    EXPECT_TRUE(placement.shifted);
}

TEST(RowPlacement, TwoCategoriesInACellAreACategory) {
    Cells cells = kFused;
    cells[5] = "III III";
    EXPECT_EQ(place_fields(cells, kFusedStyle), fused_fields());
}

TEST(RowPlacement, AGoalInThePlaceOfTheResultGoesToTheGoal) {
    const Cells cells = {"", "", "", "", kGoal, kEvaluation, kPlan, "II", kDepartments};
    const RowPlacement placement = place(cells, kSplitStyle);
    EXPECT_THAT(fields_of(placement, cells),
                ElementsAre("", "", "", "", "goal", "evaluation", "plan", "category", "departments"));
    EXPECT_TRUE(placement.shifted);
}

TEST(RowPlacement, WhatMayStandInTwoColumnsNamesTheOther) {
    // Neither prose says its tense, and one of three is lost.
    const Cells cells = {"① ア " + kPolicy, kGoal, "家庭訪問。", "窓口の開設。", "II", kDepartments};
    const RowPlacement placement = place(cells, kFusedStyle);
    EXPECT_EQ(placement.missing, 1);
    ASSERT_TRUE(placement.runner_up);
    EXPECT_GE(placement.runner_up->margin, 0);
}

TEST(RowPlacement, MoreTextsThanFieldsLeaveOneUnplaced) {
    Cells cells = kSplit;
    cells.push_back("別紙のとおり");
    const RowPlacement placement = place(cells, kSplitStyle);
    EXPECT_EQ(placement.unplaced_cells.size(), 1U);
}

TEST(RowPlacement, AnUnknownColumnTakesAnything) {
    std::vector<Slot> with_unknown = slots();
    with_unknown.insert(with_unknown.begin() + 7, Slot{nullptr, 5});
    for (std::size_t i = 8; i < with_unknown.size(); ++i) ++with_unknown[i].column;
    Cells cells = kSplit;
    cells.insert(cells.begin() + 7, "1,200");
    const AffinityContext context{&shipped_form("recommendation-progress"), &shipped_mappings().organisations, 2021};
    const RowPlacement placement = place_row(cells, with_unknown, kSplitStyle, context);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(placement.cells[i], (PlacedCell{static_cast<int>(i), static_cast<int>(i), static_cast<int>(i)}));
    }
}

TEST(RowPlacement, AnEmptyRowIsNothing) {
    const RowPlacement placement = place({"", "", ""}, kFusedStyle);
    EXPECT_THAT(placement.unplaced_cells, IsEmpty());
    EXPECT_FALSE(placement.shifted);
}

}  // namespace
}  // namespace torimatome::parsers
