// Evaluation sheets that go out and come back, without other programs in between.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "model/language.hpp"
#include "parsers/reader.hpp"
#include "pipeline/committee/score_form.hpp"
#include "pipeline/committee/tally.hpp"
#include "tests/pipeline/made_documents.hpp"
#include "tests/pipeline/temporary_folder.hpp"
#include "writers/committee_workbook/score_workbook.hpp"

namespace torimatome::pipeline {
namespace {

using testing::ElementsAre;

class ScoreRoundTrip : public testing::Test {
  protected:
    ScoreRoundTrip() {
        set_message_language(Language::japanese);
        const Document document =
            made_document("資料.txt", {{"1-①-ア-1", "○目標A", "結果A", "予定A", "II", "健) 保健所"},
                                       {"1-①-ア-2", "○目標B", "", "予定B", "III", "健) 福祉部"}});
        const Scale scale = {"ab", "A・B", true, "", {{"A", "よい", "", "", 2.0}, {"B", "まだ", "", "", 1.0}}};
        made_ = make_score_form(document, made_form(), scale, {{"潮見 花子", ""}, {"港 太郎", ""}}, nullptr);
    }

    TableSet sheet_of(const std::string& member) {
        made_.ballot.member = member;
        writers::write_score_workbook({.form = made_.form, .document = made_.document, .priorities = made_.priorities},
                                      made_.ballot, folder_ / "sheet.xlsx");
        const std::string bytes = folder_.read("sheet.xlsx");
        return parsers::read_tables({member + ".xlsx", bytes}, {});
    }

    static void type(TableSet& tables, const std::string& measure, const std::string& column, const std::string& text) {
        Table& table = tables.tables.front();
        const auto cell_with = [&](const std::string& wanted) {
            return *std::find_if(table.cells.begin(), table.cells.end(),
                                 [&](const Cell& cell) { return cell.text() == wanted; });
        };
        const int row = cell_with(row_mark(2021, measure)).row;
        const int at = cell_with("torimatome:column|" + column).column;
        std::erase_if(table.cells, [&](const Cell& cell) { return cell.row == row && cell.column == at; });
        Cell cell;
        cell.row = row;
        cell.column = at;
        cell.place = SheetPlace{row, at};
        cell.content = std::make_shared<const CellText>(CellText{text, {}, {}});
        table.cells.push_back(cell);
    }

    static std::vector<std::string> codes(const ScoreTally& tally) {
        std::vector<std::string> result;
        for (const Finding& finding : tally.findings) result.push_back(finding.code);
        return result;
    }

    ScoreForm made_;
    TemporaryFolder folder_;
};

TEST_F(ScoreRoundTrip, AMeasureWithoutAResultComesFirst) {
    ASSERT_EQ(made_.priorities.size(), 1U);
    EXPECT_EQ(made_.priorities[0].measure, "1-①-ア-2");
    EXPECT_THAT(made_.priorities[0].reasons, ElementsAre("結果の記載がない"));
}

TEST_F(ScoreRoundTrip, UntouchedSheetsGiveNotesOnly) {
    const ScoreTally tally =
        tally_ballots({{"a.xlsx", sheet_of("潮見 花子"), {}}, {"b.xlsx", sheet_of("港 太郎"), {}}});
    EXPECT_THAT(codes(tally), ElementsAre("ballot.blank", "ballot.blank"));
    EXPECT_EQ(tally.measures[0].blank, 2);
}

TEST_F(ScoreRoundTrip, VotesAndRemarksAreTallied) {
    TableSet first = sheet_of("潮見 花子");
    type(first, "1-①-ア-1", "grade", "Ａ");
    type(first, "1-①-ア-1", "comment", "分かりやすい。");
    TableSet second = sheet_of("港 太郎");
    type(second, "1-①-ア-1", "grade", "B");
    type(second, "1-①-ア-2", "question", "なぜ結果がないのか。");
    const ScoreTally tally = tally_ballots({{"a.xlsx", first, {}}, {"b.xlsx", second, {}}});
    EXPECT_THAT(codes(tally), testing::IsEmpty());
    EXPECT_THAT(tally.measures[0].grades, ElementsAre("A", "B"));
    EXPECT_DOUBLE_EQ(*tally.measures[0].mean, 1.5);
    ASSERT_EQ(tally.remarks.size(), 2U);
    EXPECT_EQ(tally.remarks[0].text, "分かりやすい。");
    EXPECT_EQ(tally.remarks[1].measure, "1-①-ア-2");
    EXPECT_EQ(tally.remarks[1].kind, Remark::Kind::question);
}

TEST_F(ScoreRoundTrip, WhatWasDoneToASheetIsTold) {
    TableSet sheet = sheet_of("潮見 花子");
    type(sheet, "1-①-ア-1", "grade", "S");
    type(sheet, "1-①-ア-2", "担当", "別の部署");
    const ScoreTally tally = tally_ballots({{"a.xlsx", sheet, {}}});
    EXPECT_THAT(codes(tally), ElementsAre("ballot.grade-unknown", "ballot.fact-changed", "ballot.missing"));
    EXPECT_EQ(tally.findings[1].message, "記入欄でない「担当」が書き換えられています（「別の部署」）。");
    EXPECT_EQ(tally.findings[2].message, "港 太郎 委員の評価シートがありません。");
    EXPECT_EQ(tally.measures[0].unknown, 1);
}

TEST_F(ScoreRoundTrip, OfTwoDifferentReturnsTheNewerCounts) {
    TableSet older = sheet_of("潮見 花子");
    older.source.date = "2023-07-01";
    type(older, "1-①-ア-1", "grade", "A");
    type(older, "1-①-ア-1", "comment", "はじめの意見。");
    TableSet newer = sheet_of("潮見 花子");
    newer.source.date = "2023-07-09";
    type(newer, "1-①-ア-1", "grade", "B");
    const ScoreTally tally = tally_ballots({{"新.xlsx", newer, {}}, {"旧.xlsx", older, {}}});
    EXPECT_THAT(codes(tally), ElementsAre("ballot.double", "ballot.missing"));
    EXPECT_EQ(tally.measures[0].grades[0], "B");
    ASSERT_EQ(tally.remarks.size(), 1U);
    EXPECT_EQ(tally.remarks[0].text, "はじめの意見。");
    EXPECT_TRUE(tally.remarks[0].superseded);
}

}  // namespace
}  // namespace torimatome::pipeline
