#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/form/form_choice.hpp"
#include "parsers/form/header.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;

const std::vector<std::string> kHeadings = {
    "取組方針", "取組の到達目標", "令和3年度の取組とその結果", "継続すべきよかった点、改善すべき点", "令和4年度の取組",
    "取組区分", "担当部"};

std::optional<Header> find(const Table& table, const std::string& form = "recommendation-progress") {
    TableSet set;
    set.tables = {table};
    // The stream points into the set; what a header holds does not.
    return HeaderFinder(shipped_form(form)).find(stream_rows(set, HiddenCells::exclude), 0);
}

// Each column as "first-last field+field" or, for unknown ones, "first-last ?heading".
std::vector<std::string> layout(const std::optional<Header>& header) {
    std::vector<std::string> columns;
    if (!header) return {"no header"};
    for (const LaidColumn& column : header->columns) {
        std::string name;
        if (!column.spec) name = "?" + column.heading;
        if (column.spec) {
            for (const FieldSpec& field : column.spec->fields) name += (name.empty() ? "" : "+") + field.id;
        }
        columns.push_back(std::to_string(column.first) + "-" + std::to_string(column.last) + " " + name);
    }
    return columns;
}

const std::vector<std::string> kAllInOrder = {"1-1 item+policy_mark+policy",
                                              "2-2 goal",
                                              "3-3 result",
                                              "4-4 evaluation",
                                              "5-5 plan",
                                              "6-6 category",
                                              "7-7 departments"};

TEST(Header, OneRowInTheFormsOrder) {
    const auto header = find(sheet_table({kHeadings}));
    EXPECT_EQ(layout(header), kAllInOrder);
    EXPECT_EQ(header->rows, 1);
    EXPECT_EQ(header->cells, 7);
    EXPECT_EQ(header->score, 1.0);
    EXPECT_EQ(header->columns[2].year, 2021);
    EXPECT_EQ(header->columns[4].year, 2022);
    EXPECT_EQ(header->columns[4].source.cell, "E1");
}

TEST(Header, LineBreaksSpacesAndWidthsAreNothing) {
    EXPECT_EQ(layout(find(
                  sheet_table({{"取　組　方　針", "取組の\n到達目標", "令和３年度の\n取組とその結果",
                                "継続すべきよかった点、\n改善すべき点", "Ｒ４年度の取組", "取組\n区分", "担 当 部"}}))),
              kAllInOrder);
}

TEST(Header, AliasesCount) {
    EXPECT_EQ(layout(find(
                  sheet_table({{"方針", "目標", "令和3年度の取組実績", "評価", "令和4年度の予定", "区分", "担当課"}}))),
              kAllInOrder);
}

TEST(Header, ColumnsMayStandInAnotherOrder) {
    EXPECT_THAT(
        layout(find(sheet_table({{"担当部", "取組区分", "取組方針", "取組の到達目標", "令和3年度の取組とその結果",
                                  "継続すべきよかった点、改善すべき点", "令和4年度の取組"}}))),
        ElementsAre("1-1 departments", "2-2 category", "3-3 item+policy_mark+policy", "4-4 goal", "5-5 result",
                    "6-6 evaluation", "7-7 plan"));
}

TEST(Header, AnUnknownColumnKeepsItsHeading) {
    auto headings = kHeadings;
    headings.insert(headings.begin() + 5, "予算額（千円）");
    const auto header = find(sheet_table({headings}));
    EXPECT_EQ(layout(header)[5], "6-6 ?予算額（千円）");
    EXPECT_EQ(layout(header)[6], "7-7 category");
}

TEST(Header, AMissingColumnIsNoReasonToRefuse) {
    auto headings = kHeadings;
    headings.erase(headings.begin() + 3);
    const auto header = find(sheet_table({headings}));
    EXPECT_THAT(layout(header), ElementsAre("1-1 item+policy_mark+policy", "2-2 goal", "3-3 result", "4-4 plan",
                                            "5-5 category", "6-6 departments"));
    EXPECT_LT(header->score, 1.0);
}

TEST(Header, AMisreadCharacterIsForgiven) {
    auto headings = kHeadings;
    headings[3] = "継続すべきよかった点、改善すベき占";
    headings[2] = "令和3年度の取組とその結呆";
    EXPECT_EQ(layout(find(sheet_table({headings}))), kAllInOrder);
}

TEST(Header, HeadingsOfThisYearAndTheNextAreTwoColumns) {
    const auto header = find(sheet_table({{"取組方針", "令和4年度の取組", "令和3年度の取組とその結果", "担当部"}}));
    EXPECT_THAT(layout(header),
                ElementsAre("1-1 item+policy_mark+policy", "2-2 plan", "3-3 result", "4-4 departments"));
}

TEST(Header, TwoRowsWithHeadingsOverSeveralColumns) {
    Table table = sheet_table({{"取組方針", "", "", "取組の到達目標", "実績と予定", "", "", "取組区分", "担当部"},
                               {"", "", "", "", "令和3年度の取組とその結果", "継続すべきよかった点、改善すべき点",
                                "令和4年度の取組", "", ""}});
    span(table, 1, 1, 2, 3);
    span(table, 1, 4, 2, 1);
    span(table, 1, 8, 2, 1);
    span(table, 1, 9, 2, 1);
    const auto header = find(table);
    EXPECT_THAT(layout(header), ElementsAre("1-3 item+policy_mark+policy", "4-4 goal", "5-5 result", "6-6 evaluation",
                                            "7-7 plan", "8-8 category", "9-9 departments"));
    EXPECT_EQ(header->rows, 2);
    EXPECT_EQ(header->cells, 9);
}

TEST(Header, AHeadingWrittenOverThreeRows) {
    const auto header =
        find(sheet_table({{"取組方針", "取組の", "令和3年度の", "継続すべき", "令和4年度", "取組", "担当部"},
                          {"", "到達目標", "取組と", "よかった点、", "の取組", "区分", ""},
                          {"", "", "その結果", "改善すべき点", "", "", ""}}));
    EXPECT_EQ(layout(header), kAllInOrder);
    EXPECT_EQ(header->rows, 3);
}

TEST(Header, AHeadingOverUnmergedBlanksGoesOnToTheNext) {
    auto headings = kHeadings;
    headings.insert(headings.begin() + 1, {"", ""});
    EXPECT_EQ(layout(find(sheet_table({headings})))[0], "1-3 item+policy_mark+policy");
}

TEST(Header, TheRowsBelowAreNotSwallowed) {
    const auto header = find(sheet_table(
        {kHeadings,
         {"① ア 窓口を整える。", "○窓口がある。", "開設した。", "よかった。", "続ける。", "II", "健) 保健所"}}));
    EXPECT_EQ(header->rows, 1);
}

TEST(Header, AColumnWithoutAHeadingIsKnownByItsPlace) {
    EXPECT_THAT(layout(find(sheet_table({{"", "日　付", "取 組 内 容", "概要"}}), "chronology")),
                ElementsAre("1-1 number", "2-2 date", "3-3 content", "4-4 summary"));
    EXPECT_THAT(layout(find(sheet_table({{"No.", "年月日", "内容", "備考"}}), "chronology")),
                ElementsAre("1-1 number", "2-2 date", "3-3 content", "4-4 summary"));
    EXPECT_THAT(layout(find(sheet_table({{"年月日", "内容", "備考"}}), "chronology")),
                ElementsAre("1-1 date", "2-2 content", "3-3 summary"));
}

TEST(Header, OtherRowsAreNone) {
    EXPECT_THAT(layout(find(sheet_table({{"検証を踏まえた令和3年度の取組結果"}}))), ElementsAre("no header"));
    EXPECT_THAT(layout(find(sheet_table({{"取組方針", "ほか"}}))), ElementsAre("no header"));
    EXPECT_THAT(layout(find(sheet_table({{"① ア 窓口を整える。", "○窓口がある。", "開設した。"}}))),
                ElementsAre("no header"));
}

FormChoice choose(const TableSet& set, const std::string& form = {}) {
    return choose_form(stream_rows(set, HiddenCells::exclude), shipped_mappings(), form);
}

TEST(FormChoice, TheFormWhoseHeadingsFitBest) {
    TableSet set;
    set.tables = {sheet_table({{"", "日付", "取組内容", "概要"}})};
    EXPECT_EQ(choose(set).form->id, "chronology");
    set.tables = {sheet_table({{"具体的取組", "取組結果"}})};
    EXPECT_EQ(choose(set).form->id, "plan-results");
    set.tables = {sheet_table({kHeadings})};
    const FormChoice choice = choose(set);
    EXPECT_EQ(choice.form->id, "recommendation-progress");
    EXPECT_EQ(year_of(choice.headers), 2021);
}

TEST(FormChoice, TheYearOfAPlanOnlyIsTheOneBefore) {
    TableSet set;
    set.tables = {sheet_table({{"取組方針", "取組の到達目標", "令和4年度の取組", "取組区分", "担当部"}})};
    EXPECT_EQ(year_of(choose(set).headers), 2021);
}

Finding refusal(const TableSet& set, const std::string& form) {
    try {
        choose(set, form);
    } catch (const Error& error) {
        return error.finding();
    }
    return {};
}

TEST(FormChoice, NoFormIsAnErrorThatNamesTheNearestRow) {
    TableSet set;
    set.tables = {sheet_table({{"みなと市の催し"}, {"催し", "会\n場", "人数"}, {"夏まつり", "港公園", "120人"}})};
    const Finding finding = refusal(set, "");
    EXPECT_EQ(finding.code, "form.unknown");
    EXPECT_EQ(finding.message, "どの様式の見出しも見つかりません。いちばん近い行は 「催し」「会場」「人数」 です。");
    EXPECT_THAT(finding.hint, testing::HasSubstr("--form"));
}

TEST(FormChoice, AFormThatIsNotThereIsAnError) {
    const Finding finding = refusal({}, "no-such");
    EXPECT_EQ(finding.code, "form.no-such-form");
    EXPECT_THAT(finding.message, testing::StartsWith("様式「no-such」はありません。あるのは chronology, "));
}

}  // namespace
}  // namespace torimatome::parsers
