// Versions of one submission, forms of another year, and the roster.
#include "pipeline/consolidation/versions.hpp"

#include <gtest/gtest.h>

#include "model/language.hpp"
#include "pipeline/consolidation/roster.hpp"

namespace torimatome::pipeline {
namespace {

Field field(const std::string& text) {
    Field made;
    made.text = text;
    return made;
}

Form small_form() {
    Form form;
    form.id = "small";
    ColumnSpec policy;
    policy.heading = "取組方針";
    policy.fields = {{"item", FieldKind::mark, "circled", BlankCell::inherit}, {"policy", FieldKind::prose}};
    ColumnSpec result;
    result.heading = "取組結果";
    result.fields = {{"result", FieldKind::prose}};
    ColumnSpec departments;
    departments.heading = "担当部";
    departments.fields = {{"departments", FieldKind::departments}};
    form.columns = {policy, result, departments};
    form.identity = {"item"};
    return form;
}

Record record(const std::string& id, const std::string& policy, const std::string& result,
              const std::string& department) {
    Record made;
    made.id = id;
    made.fields = {{"policy", field(policy)}, {"result", field(result)}, {"departments", field(department)}};
    made.fields.back().second.values = {department};
    return made;
}

Reading reading(const std::string& file, const std::string& date, std::vector<Record> records, int year = 2022) {
    Reading made;
    made.file = file;
    made.document.emplace();
    made.document->form = "small";
    made.document->year = year;
    made.document->source.file = file;
    made.document->source.date = date;
    made.document->records = std::move(records);
    return made;
}

std::vector<Submission> submissions_of(const std::vector<Reading>& readings) {
    std::vector<Submission> submissions;
    for (const Reading& each : readings) submissions.emplace_back().source = each.document->source;
    return submissions;
}

std::vector<std::string> codes(const Findings& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings) all.push_back(finding.code);
    return all;
}

const std::string kRelief = "避難所の運営を地域とともに見直し、要配慮者の受入れを進める。";
const std::string kDrill = "津波避難訓練を全ての地区で行い、参加者を増やす。";
const std::string kMap = "浸水想定区域図を改め、全世帯に配布して説明会を開く。";

class Versions : public testing::Test {
  protected:
    void SetUp() override { set_message_language(Language::japanese); }

    Form form_ = small_form();
    Organisations organisations_;
    RecordComparison comparison_{form_, organisations_};
    Findings findings_;
};

TEST_F(Versions, TheLaterDateInsideTheFileWins) {
    std::vector<Reading> readings = {reading("回答_最終2.xlsx", "2023-04-10",
                                             {record("①-1", kRelief, "運営の手引きを改めた。", "危機管理課"),
                                              record("①-2", kDrill, "訓練を3回行った。", "危機管理課")}),
                                     reading("回答.xlsx", "2023-04-12",
                                             {record("①-1", kRelief, "運営の手引きを改めた。", "危機管理課"),
                                              record("①-2", kDrill, "訓練を5回行った。", "危機管理課")})};
    auto submissions = submissions_of(readings);
    supersede_older_versions(readings, comparison_, submissions, findings_);
    EXPECT_EQ(submissions[0].state, SubmissionState::superseded);
    EXPECT_EQ(submissions[0].remark, "新しい版「回答.xlsx」があります。");
    EXPECT_EQ(submissions[1].state, SubmissionState::taken);
    EXPECT_TRUE(readings[0].document->records.empty());
    ASSERT_EQ(codes(findings_), std::vector<std::string>{"submission.superseded"});
    EXPECT_EQ(findings_[0].message,
              "「回答_最終2.xlsx（2023-04-10）」は「回答.xlsx（2023-04-12）」の古い版と見て、取り込んでいません。");
}

TEST_F(Versions, WhatOnlyTheOlderOneHasStays) {
    std::vector<Reading> readings = {
        reading("回答.xlsx", "2023-04-10",
                {record("①-1", kRelief, "改めた。", "危機管理課"), record("①-2", kDrill, "行った。", "危機管理課"),
                 record("①-3", kMap, "配布した。", "危機管理課")}),
        reading("回答2.xlsx", "2023-04-12",
                {record("①-1", kRelief, "改めた。", "危機管理課"), record("①-2", kDrill, "行った。", "危機管理課")})};
    auto submissions = submissions_of(readings);
    supersede_older_versions(readings, comparison_, submissions, findings_);
    ASSERT_EQ(readings[0].document->records.size(), 1U);
    EXPECT_EQ(readings[0].document->records[0].id, "①-3");
    EXPECT_EQ(codes(findings_), (std::vector<std::string>{"submission.superseded", "submission.row-dropped"}));
}

TEST_F(Versions, WithoutADateTheNameIsTheHintAndWithoutAHintBothStay) {
    EXPECT_EQ(version_rank("回答.xlsx"), 0);
    EXPECT_EQ(version_rank("回答(2).xlsx"), 2);
    EXPECT_EQ(version_rank("回答_修正.xlsx"), 10);
    EXPECT_EQ(version_rank("回答_最終.xlsx"), 30);
    EXPECT_EQ(version_rank("回答_最終２.xlsx"), 32);
    EXPECT_EQ(version_rank("回答0418.xlsx"), 0);
    std::vector<Reading> readings = {reading("甲.xlsx", "", {record("①-1", kRelief, "改めた。", "危機管理課")}),
                                     reading("乙.xlsx", "", {record("①-1", kRelief, "改めました。", "危機管理課")})};
    auto submissions = submissions_of(readings);
    supersede_older_versions(readings, comparison_, submissions, findings_);
    EXPECT_EQ(submissions[0].state, SubmissionState::taken);
    EXPECT_EQ(submissions[1].state, SubmissionState::taken);
    EXPECT_EQ(codes(findings_), std::vector<std::string>{"submission.versions-unclear"});
}

TEST_F(Versions, AFormOfAnotherYearGivesOnlyWhatNobodyAnswered) {
    std::vector<Reading> readings = {
        reading(
            "昨年度.xlsx", "",
            {record("①-1", kRelief, "去年の結果。", "危機管理課"), record("①-2", kDrill, "去年の訓練。", "危機管理課")},
            2021),
        reading("今年度.xlsx", "", {record("①-1", kRelief, "今年の結果。", "危機管理課")})};
    auto submissions = submissions_of(readings);
    drop_answered_of_other_years(readings, 2022, comparison_, submissions);
    ASSERT_EQ(readings[0].document->records.size(), 1U);
    EXPECT_EQ(readings[0].document->records[0].id, "①-2");
    EXPECT_EQ(submissions[0].state, SubmissionState::taken);
    readings[1].document->records.push_back(record("①-2", kDrill, "今年の訓練。", "危機管理課"));
    drop_answered_of_other_years(readings, 2022, comparison_, submissions);
    EXPECT_EQ(submissions[0].state, SubmissionState::superseded);
}

Table roster_table(const std::vector<std::vector<std::string>>& rows) {
    Table table;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            Cell cell;
            cell.row = static_cast<int>(r) + 1;
            cell.column = static_cast<int>(c) + 1;
            cell.content = std::make_shared<const CellText>(CellText{rows[r][c], {}, {}});
            table.cells.push_back(cell);
        }
    }
    return table;
}

TEST_F(Versions, TheRosterTellsWhoHasNotAnswered) {
    TableSet tables;
    tables.tables = {roster_table({{"担当者", "部署"}, {"港 太郎", "危機管理課"}, {"浜 花子", "福祉課"}})};
    const std::vector<RosterEntry> roster = read_roster(tables);
    EXPECT_EQ(roster, (std::vector<RosterEntry>{{"危機管理課", "港 太郎"}, {"福祉課", "浜 花子"}}));
    Document document;
    document.records = {record("①-1", kRelief, "改めた。", "危機管理課")};
    document.records[0].source.file = "回答.xlsx";
    std::vector<Submission> submissions(1);
    submissions[0].source.file = "回答.xlsx";
    report_missing(roster, organisations_, form_, submissions, document);
    ASSERT_EQ(submissions.size(), 2U);
    EXPECT_EQ(submissions[1].sender, "福祉課");
    EXPECT_EQ(submissions[1].state, SubmissionState::missing);
    EXPECT_EQ(submissions[1].remark, "未提出です。連絡先：浜 花子");
    ASSERT_EQ(document.findings.size(), 1U);
    EXPECT_EQ(document.findings[0].message, "「福祉課」から提出がありません。");
}

TEST_F(Versions, ARosterWithoutADepartmentIsRefused) {
    TableSet tables;
    tables.source.file = "名簿.csv";
    try {
        read_roster(tables);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "roster.empty");
        EXPECT_STREQ(error.what(), "名簿「名簿.csv」に部署が1つもありません。");
    }
}

}  // namespace
}  // namespace torimatome::pipeline
