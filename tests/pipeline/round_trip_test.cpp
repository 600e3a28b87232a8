// Forms that go out and come back, without other programs in between; tests/extras/round_test.py has those.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/language.hpp"
#include "parsers/form/document_builder.hpp"
#include "parsers/form/round_form.hpp"
#include "parsers/reader.hpp"
#include "pipeline/round/inquiry_form.hpp"
#include "pipeline/round/recipients.hpp"
#include "tests/pipeline/made_documents.hpp"
#include "tests/pipeline/temporary_folder.hpp"
#include "writers/forms_workbook/inquiry_workbook.hpp"

namespace torimatome::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document last_year() {
    return made_document("前年度.txt", {{"1-①-ア-1", "○目標A", "結果A", "予定A", "II", "健) 保健所"},
                                        {"1-①-ア-2", "○目標B", "結果B", "予定B", "III", "健) 保健所\n教) 学校教育部"},
                                        {"1-①-イ-1", "○目標C", "結果C", "予定C", "I", "教) 学校教育部"}});
}

class RoundTrip : public testing::Test {
  protected:
    RoundTrip() { set_message_language(Language::japanese); }

    // The form of the department `index`, as it is read when it comes back.
    TableSet returned(std::size_t index, const std::vector<Opinion>& opinions = {}) {
        const Document last = last_year();
        const auto departments = departments_of_records(last, mappings_.forms.front(), mappings_.organisations);
        Findings findings;
        const auto recipients = find_recipients(last, mappings_.forms.front(), mappings_.organisations, {}, findings);
        made_ = make_inquiry_form(last, mappings_.forms.front(), recipients.at(index), departments, opinions, 2022);
        const writers::Inquiry inquiry{"取組について（照会）", "4月19日", "企画課"};
        writers::write_inquiry_workbook({.form = made_.form,
                                         .document = made_.document,
                                         .open = made_.open,
                                         .previous = made_.previous,
                                         .inquiry = inquiry},
                                        made_.round, folder_ / "form.xlsx");
        return parsers::read_tables({"form.xlsx", bytes_ = folder_.read("form.xlsx")}, {});
    }

    Document read(const TableSet& tables) { return parsers::build_document(tables, mappings_, {}); }

    static Table& sheet(TableSet& tables, const std::string& name) {
        return *std::find_if(tables.tables.begin(), tables.tables.end(),
                             [&](const Table& table) { return table.sheet == name; });
    }

    // The row of a record and the column of a field, by their marks.
    static int row_of(const Table& table, const std::string& id) {
        for (const Cell& cell : table.cells) {
            if (cell.text() == row_mark(2022, id)) return cell.row;
        }
        return 0;
    }
    static int column_of(const Table& table, const std::string& field) {
        for (const Cell& cell : table.cells) {
            if (cell.text() == "torimatome:column|" + field) return cell.column;
        }
        return 0;
    }

    static void type(Table& table, int row, int column, const std::string& text) {
        std::erase_if(table.cells, [&](const Cell& cell) { return cell.row == row && cell.column == column; });
        Cell cell;
        cell.row = row;
        cell.column = column;
        cell.place = SheetPlace{row, column};
        cell.content = std::make_shared<const CellText>(CellText{text, {}, {}});
        const auto after = std::find_if(table.cells.begin(), table.cells.end(), [&](const Cell& each) {
            return std::pair(each.row, each.column) > std::pair(row, column);
        });
        table.cells.insert(after, cell);
    }

    static void fill_in(Table& table, const std::string& id) {
        const int row = row_of(table, id);
        for (const char* field : {"result", "plan"}) type(table, row, column_of(table, field), id + "の" + field);
        type(table, row, column_of(table, "category"), "II");
    }

    static std::vector<std::string> codes(const Document& document) {
        std::vector<std::string> result;
        for (const Finding& finding : document.findings) result.push_back(finding.code);
        return result;
    }

    Mappings mappings_ = made_mappings();
    TemporaryFolder folder_;
    std::string bytes_;
    InquiryForm made_;
};

TEST(TitleOfYear, MovesTheYearsOfTheRoundOnly) {
    EXPECT_EQ(title_of_year("令和2年7月豪雨を踏まえた令和3年度の取組結果と令和4年度の取組内容", 2021, 2022),
              "令和2年7月豪雨を踏まえた令和4年度の取組結果と令和5年度の取組内容");
    EXPECT_EQ(title_of_year("令和４年９月までの取組結果", 2022, 2023), "令和５年９月までの取組結果");
    EXPECT_EQ(title_of_year("令和2年度点検報告書の令和3年度の取組", 2021, 2022),
              "令和2年度点検報告書の令和4年度の取組");
    EXPECT_EQ(title_of_year("取組結果", 2021, 2022), "取組結果");
    EXPECT_EQ(title_of_year("令和3年度の取組", std::nullopt, 2022), "令和3年度の取組");
}

TEST_F(RoundTrip, AnUntouchedFormGivesOneNoteOnly) {
    const Document document = read(returned(0));
    EXPECT_THAT(codes(document), ElementsAre("form.not-filled-in"));
    EXPECT_EQ(document.findings.front().severity, Severity::note);
    EXPECT_EQ(document.findings.front().message, "「保健所」の様式は、まだどの欄にも記入がありません。");
    EXPECT_EQ(document.department, "保健所");
    EXPECT_EQ(document.year, 2022);
    ASSERT_EQ(document.records.size(), 2U);
    EXPECT_EQ(document.records[1].asked, "1-①-ア-2");
    EXPECT_EQ(document.records[1].text("goal"), "○目標B");
    EXPECT_EQ(document.records[1].find("plan"), nullptr);
}

TEST_F(RoundTrip, AJointMeasureSaysSoAndGoesToEachDepartment) {
    returned(1);
    EXPECT_EQ(made_.round.department, "学校教育部");
    EXPECT_EQ(made_.joint, 1);
    EXPECT_EQ(made_.document.records.front().text("【参考】備考"), "共同の取組です（ほかに 保健所）。");
    EXPECT_EQ(made_.document.records.front().text("【参考】令和4年度の予定（前回の回答）"), "予定B");
}

TEST_F(RoundTrip, AnswersComeBackInTheirRows) {
    TableSet tables = returned(0);
    Table& answers = sheet(tables, "提言1");
    fill_in(answers, "1-①-ア-1");
    fill_in(answers, "1-①-ア-2");
    const Document document = read(tables);
    EXPECT_THAT(codes(document), IsEmpty());
    EXPECT_EQ(document.records[0].text("result"), "1-①-ア-1のresult");
    EXPECT_EQ(document.records[1].text("plan"), "1-①-ア-2のplan");
    EXPECT_EQ(document.records[0].find("【参考】令和4年度の予定（前回の回答）"), nullptr);
}

TEST_F(RoundTrip, AChangedGoalIsToldAndKept) {
    TableSet tables = returned(0);
    Table& answers = sheet(tables, "提言1");
    fill_in(answers, "1-①-ア-1");
    fill_in(answers, "1-①-ア-2");
    type(answers, row_of(answers, "1-①-ア-1"), column_of(answers, "goal"), "○別の目標");
    const Document document = read(tables);
    ASSERT_THAT(codes(document), ElementsAre("form.locked-changed"));
    EXPECT_EQ(document.findings[0].message, "記入欄でない「目標」が書き換えられています（「○別の目標」）。");
    EXPECT_EQ(document.records[0].id, "1-①-ア-1");
    EXPECT_EQ(document.records[0].text("goal"), "○別の目標");
}

TEST_F(RoundTrip, ARowOfAnotherFormIsToldAndKept) {
    TableSet tables = returned(0);
    Table& answers = sheet(tables, "提言1");
    fill_in(answers, "1-①-ア-1");
    fill_in(answers, "1-①-ア-2");
    type(answers, row_of(answers, "1-①-ア-2"), 1, row_mark(2021, "1-①-ア-2"));
    for (Cell& cell : answers.cells) cell.form_mark = is_form_mark(cell.text());
    const Document document = read(tables);
    EXPECT_THAT(codes(document), ElementsAre("form.row-of-others", "form.row-dropped"));
    EXPECT_EQ(
        document.findings[0].message,
        "「保健所」に照会していない行があります（令和3年度の様式の取組 1-①-ア-2 です）。内容はそのまま残しました。");
    EXPECT_EQ(document.records[1].text("result"), "1-①-ア-2のresult");
}

TEST_F(RoundTrip, WithoutItsHiddenSheetTheAnswersAreReadAllTheSame) {
    TableSet tables = returned(0);
    Table& answers = sheet(tables, "提言1");
    fill_in(answers, "1-①-ア-1");
    fill_in(answers, "1-①-ア-2");
    tables.tables.pop_back();
    const Document document = read(tables);
    EXPECT_THAT(codes(document), testing::Contains("form.hidden-sheet-lost"));
    EXPECT_EQ(document.department, "保健所");
    EXPECT_EQ(document.records[1].text("result"), "1-①-ア-2のresult");
    EXPECT_EQ(document.records[1].asked, "1-①-ア-2");
}

TEST_F(RoundTrip, OpinionsAreShownAndAnswered) {
    TableSet tables = returned(0, {{"1-①-ア-1", "健) 保健所", "夜間の窓口がほしい。", ""}});
    Table& answers = sheet(tables, "提言1");
    fill_in(answers, "1-①-ア-1");
    fill_in(answers, "1-①-ア-2");
    type(answers, row_of(answers, "1-①-ア-1"), column_of(answers, "意見への対応"), "来年度に設ける。");
    const Document document = read(tables);
    EXPECT_THAT(codes(document), IsEmpty());
    EXPECT_EQ(made_.document.records[0].text("【参考】委員会の意見"), "・夜間の窓口がほしい。");
    EXPECT_EQ(document.records[0].text("意見への対応"), "来年度に設ける。");
}

}  // namespace
}  // namespace torimatome::pipeline
