#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Texts = std::map<std::string, std::string>;
using Rows = std::vector<std::vector<std::string>>;

const std::vector<std::string> kHeadings = {
    "取組方針", "取組の到達目標", "令和3年度の取組とその結果", "継続すべきよかった点、改善すべき点", "令和4年度の取組",
    "取組区分", "担当部"};
const std::vector<std::string> kFull = {
    "① ア 窓口を整える。", "○窓口がある。", "開設した。", "周知が課題である。", "周知を進める。", "II", "健) 保健所"};

Rows with_header(Rows rows) {
    rows.insert(rows.begin(), kHeadings);
    return rows;
}

TEST(SheetDocument, MergedCellsGiveTheirTextToEachRow) {
    Table table = sheet_table(with_header({kFull, {"", "", "増やした。", "必要。", "図る。", "III", ""}}));
    span(table, 2, 1, 2, 1);
    span(table, 2, 2, 2, 1);
    span(table, 2, 7, 2, 1);
    const BuiltDocument built = build_tables({table});
    ASSERT_EQ(built.document.records.size(), 2U);
    EXPECT_EQ(field_texts(built.document.records[1]), (Texts{{"item", "<①>"},
                                                             {"policy_mark", "<ア>"},
                                                             {"policy", "<窓口を整える。>"},
                                                             {"goal", "<○窓口がある。>"},
                                                             {"result", "増やした。"},
                                                             {"evaluation", "必要。"},
                                                             {"plan", "図る。"},
                                                             {"category", "III"},
                                                             {"departments", "<健) 保健所>"}}));
    EXPECT_EQ(built.document.records[1].source.cell, "C3");
    EXPECT_EQ(built.document.records[1].find("goal")->source.cell, "B2");
    EXPECT_EQ(built.document.year, 2021);
    EXPECT_THAT(built.document.findings, IsEmpty());
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(SheetDocument, ABlankAmongMergedCellsIsBlank) {
    // The goals of other rows are merged, so the goal of the third row was left blank on purpose.
    Table table = sheet_table(
        with_header({kFull, {"", "", "増やした。", "必要。", "図る。", "III", ""}, {"", "", "減らした。"}}));
    span(table, 2, 1, 3, 1);
    span(table, 2, 2, 2, 1);
    const Document document = build_tables({table}).document;
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(field_texts(document.records[1]).at("goal"), "<○窓口がある。>");
    EXPECT_EQ(document.records[2].find("goal"), nullptr);
    // No departments were merged: there a blank says "as above".
    EXPECT_EQ(field_texts(document.records[2]).at("departments"), "<健) 保健所>");
}

TEST(SheetDocument, MarksMayStandInCellsOfTheirOwn) {
    const std::vector<std::string> tail = {"○窓口がある。", "開設した。", "課題である。",
                                           "進める。",      "II",         "健) 保健所"};
    const auto headings = [] {
        std::vector<std::string> wide = kHeadings;
        wide.insert(wide.begin() + 1, {"", ""});
        return wide;
    }();
    const auto row = [&](std::vector<std::string> first) {
        first.insert(first.end(), tail.begin(), tail.end());
        return first;
    };
    Table table = sheet_table({headings, row({"①", "ア", "窓口を整える。"}), row({"", "イ", "研修を行う。"}),
                               row({"②", "ウ 施設を増やす。", ""}), row({"", "工", "相談に応じる。"})});
    span(table, 1, 1, 1, 3);
    const BuiltDocument built = build_tables({table});
    std::vector<std::string> ids;
    for (const Record& record : built.document.records) ids.push_back(record.id + " " + record.text("policy"));
    EXPECT_THAT(ids, ElementsAre("①-ア-1 窓口を整える。", "①-イ-1 研修を行う。", "②-ウ-1 施設を増やす。",
                                 "②-エ-1 相談に応じる。"));
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(SheetDocument, TextsTooManyUnderOneHeadingAreKept) {
    const auto headings = [] {
        std::vector<std::string> wide = kHeadings;
        wide.insert(wide.begin() + 1, {"", "", ""});
        return wide;
    }();
    Table table = sheet_table(
        {headings,
         {"窓口を", "整え", "る", "。", "○窓口がある。", "開設した。", "課題である。", "進める。", "II", "健) 保健所"},
         {"①", "ア", "窓口を整える。", "別紙", "○窓口がある。", "開設した。", "課題である。", "進める。", "II",
          "健) 保健所"}});
    span(table, 1, 1, 1, 4);
    const BuiltDocument built = build_tables({table});
    EXPECT_TRUE(built.ledger.balanced());
    ASSERT_EQ(built.document.records.size(), 2U);
    EXPECT_EQ(built.document.records[0].text("policy"), "窓口を");
    EXPECT_EQ(built.document.records[1].text("policy"), "窓口を整える。");
    std::vector<std::string> unplaced;
    for (const LooseText& text : built.document.unplaced) unplaced.push_back(text.source.cell + " " + text.text);
    EXPECT_THAT(unplaced, ElementsAre("B2 整え", "C2 る", "D2 。", "D3 別紙"));
}

TEST(SheetDocument, ANameAndItsSentenceMayStandInTwoCells) {
    Table table =
        sheet_table({{"具体的取組", "", "取組結果"}, {"相談表の作成", "市と県で同じ表を使う。", "作成した。"}});
    span(table, 1, 1, 1, 2);
    const BuiltDocument built = build_tables({table});
    ASSERT_EQ(built.document.records.size(), 1U);
    EXPECT_EQ(
        field_texts(built.document.records[0]),
        (Texts{{"measure", "相談表の作成"}, {"measure_detail", "市と県で同じ表を使う。"}, {"result", "作成した。"}}));
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(SheetDocument, AnAddedColumnIsKeptAndReported) {
    auto headings = kHeadings;
    headings.push_back("予算額（千円）");
    auto row = kFull;
    row.push_back("1,200");
    const BuiltDocument built = build_tables({sheet_table({headings, row})});
    EXPECT_EQ(built.document.records[0].text("予算額（千円）"), "1,200");
    ASSERT_EQ(codes(built.document.findings), (std::vector<std::string>{"column.added"}));
    EXPECT_EQ(built.document.findings[0].message,
              "様式にない列「予算額（千円）」があります。内容はそのまま残しました。");
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(SheetDocument, AMissingColumnIsAnError) {
    auto headings = kHeadings;
    headings.erase(headings.begin() + 5);
    auto row = kFull;
    row.erase(row.begin() + 5);
    const Document document = build_tables({sheet_table({headings, row})}).document;
    ASSERT_EQ(codes(document.findings), (std::vector<std::string>{"column.missing"}));
    EXPECT_EQ(document.findings[0].severity, Severity::error);
    EXPECT_EQ(document.findings[0].message, "「取組区分」の列が見つかりません。");
    EXPECT_EQ(document.records[0].find("category"), nullptr);
}

TEST(SheetDocument, ColumnsInAnotherOrderGiveTheSameRecord) {
    Rows rows = with_header({kFull});
    for (auto& row : rows) std::reverse(row.begin(), row.end());
    const Document turned = build_tables({sheet_table(rows)}).document;
    const Document straight = build_tables({sheet_table(with_header({kFull}))}).document;
    EXPECT_EQ(field_texts(turned.records.at(0)), field_texts(straight.records.at(0)));
}

TEST(SheetDocument, TextsBesideTheTableAreUnplaced) {
    Rows rows = with_header({kFull});
    rows[1].insert(rows[1].end(), {"", "担当者メモ"});
    const BuiltDocument built = build_tables({sheet_table(rows)});
    ASSERT_EQ(built.document.unplaced.size(), 1U);
    EXPECT_EQ(built.document.unplaced[0].text, "担当者メモ");
    EXPECT_EQ(built.document.unplaced[0].source.cell, "I2");
    EXPECT_THAT(codes(built.document.findings), ElementsAre("row.text-unplaced"));
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(SheetDocument, SheetsNamedAfterSectionsAreTheirSections) {
    Table first = sheet_table(with_header({kFull}), "提言1");
    Table second = sheet_table(with_header({{"", "", "増やした。", "必要。", "図る。", "III", ""}}), "提言2");
    const BuiltDocument built = build_tables({first, second});
    ASSERT_EQ(built.document.records.size(), 2U);
    EXPECT_EQ(built.document.records[0].id, "1-①-ア-1");
    EXPECT_EQ(built.document.records[1].id, "2-1");
    EXPECT_EQ(built.document.records[1].find("goal"), nullptr);
}

TEST(SheetDocument, NothingIsInheritedFromTheSheetBefore) {
    Table first = sheet_table(with_header({kFull}), "こども家庭部");
    Table second = sheet_table(with_header({{"", "", "増やした。", "必要。", "図る。", "III", ""}}), "保健所");
    const BuiltDocument built = build_tables({first, second});
    ASSERT_EQ(built.document.records.size(), 2U);
    EXPECT_EQ(field_texts(built.document.records[1]),
              (Texts{{"result", "増やした。"}, {"evaluation", "必要。"}, {"plan", "図る。"}, {"category", "III"}}));
}

TEST(SheetDocument, RowsGoOnOverThePagesOfAPdf) {
    Table first = sheet_table(with_header({kFull}), "");
    first.page = 1;
    Table second = sheet_table(with_header({{"", "", "増やした。", "必要。", "図る。", "III", ""}}), "");
    second.page = 2;
    for (Table* table : {&first, &second}) {
        for (Cell& cell : table->cells) {
            const double x = 100.0 * cell.column;
            const double y = 50.0 * cell.row;
            cell.place = PagePlace{table->page, 0, {x, y, x + 90, y + 40}};
        }
    }
    const Document document = build_tables({first, second}).document;
    ASSERT_EQ(document.records.size(), 2U);
    EXPECT_EQ(field_texts(document.records[1]).at("goal"), "<○窓口がある。>");
    EXPECT_EQ(document.records[1].id, "①-ア-2");
}

TEST(SheetDocument, HiddenRowsAreLeftOutUnlessAskedFor) {
    Table table = sheet_table(with_header({kFull, {"", "", "増やした。", "必要。", "図る。", "III", ""}}));
    for (Cell& cell : table.cells) cell.hidden = cell.row == 3;
    TableSet set;
    set.tables = {table};
    const BuiltDocument without = build_document_with_ledger(set, shipped_mappings(), {});
    EXPECT_EQ(without.document.records.size(), 1U);
    EXPECT_TRUE(without.ledger.balanced());
    EXPECT_EQ(without.ledger.left_out, 14U);
    BuildOptions options;
    options.hidden = HiddenCells::include;
    const BuiltDocument with = build_document_with_ledger(set, shipped_mappings(), options);
    EXPECT_EQ(with.document.records.size(), 2U);
    EXPECT_TRUE(with.ledger.balanced());
    EXPECT_EQ(with.ledger.left_out, 0U);
}

TEST(SheetDocument, AMergeOverTwoMeasuresIsReported) {
    Table table = sheet_table(
        with_header({kFull, {"イ 研修を行う。", "", "行った。", "よかった。", "続ける。", "III", "こ) 保育部"}}));
    span(table, 2, 2, 2, 1);
    const BuiltDocument built = build_tables({table});
    ASSERT_EQ(built.document.records.size(), 2U);
    EXPECT_EQ(field_texts(built.document.records[1]).at("goal"), "<○窓口がある。>");
    ASSERT_THAT(codes(built.document.findings), ElementsAre("merge.crosses-records"));
    EXPECT_EQ(built.document.findings[0].record, "①-イ-1");
    EXPECT_EQ(built.document.findings[0].field, "goal");
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(SheetDocument, ExampleSheetsAreLeftOutAndSaidSo) {
    Table example = sheet_table(with_header({kFull}), "記入例");
    Table answer = sheet_table(with_header({kFull}), "回答");
    const BuiltDocument built = build_tables({example, answer});
    EXPECT_EQ(built.document.records.size(), 1U);
    EXPECT_EQ(built.document.records[0].source.sheet, "回答");
    ASSERT_THAT(codes(built.document.findings), ElementsAre("sheet.example"));
    EXPECT_EQ(built.document.findings[0].message, "シート「記入例」は記入例と見て、読みませんでした。");
    EXPECT_TRUE(built.ledger.balanced());
    EXPECT_EQ(build_tables({example}).document.records.size(), 1U);
}

TEST(SheetDocument, LineBreaksOfTheAuthorStay) {
    auto row = kFull;
    row[2] = "・窓口を開設した。\n・研修を行った。\n";
    EXPECT_EQ(build_tables({sheet_table(with_header({row}))}).document.records.at(0).text("result"),
              "・窓口を開設した。\n・研修を行った。");
}

const std::string kHead =
    "取組方針\t取組の到達目標\t令和3年度の取組とその結果\t継続すべきよかった点、改善すべき点\t令和4年度の取組\t取組区分"
    "\t担当部\n";
const std::string kRow =
    "① ア 窓口を整える。\t○窓口がある。\t開設した。\t周知が課題である。\t周知を進める。\tII\t健) 保健所\n";

TEST(TextDocument, ADroppedPlanIsReportedWithWhatStandsWhere) {
    const BuiltDocument built = build_text(
        kHead + kRow +
        "イ 研修を行う。\t○研修が続いている。\t研修を行った。\t参加が少ないことが課題である。\tIII\tこ) 保育部\n");
    ASSERT_EQ(built.document.records.size(), 2U);
    EXPECT_EQ(field_texts(built.document.records[1]), (Texts{{"item", "<①>"},
                                                             {"policy_mark", "イ"},
                                                             {"policy", "研修を行う。"},
                                                             {"goal", "○研修が続いている。"},
                                                             {"result", "研修を行った。"},
                                                             {"evaluation", "参加が少ないことが課題である。"},
                                                             {"category", "III"},
                                                             {"departments", "こ) 保育部"}}));
    const Findings& findings = built.document.findings;
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings[0].code, "row.cell-missing");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].record, "①-イ-1");
    EXPECT_EQ(findings[0].field, "plan");
    EXPECT_EQ(findings[0].source.line, 3);
    EXPECT_EQ(findings[0].message,
              "この行は欄が1つ足りません（7欄のうち6欄）。「令和4年度の取組」の欄がないものとして読みました。");
    EXPECT_EQ(findings[0].hint, "元の資料で欄の並びを確かめてください。");
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(TextDocument, ARowInAnOrderlyTableHasNoFinding) {
    EXPECT_THAT(build_text(kHead + kRow).document.findings, IsEmpty());
}

TEST(TextDocument, ARowOfOneSentenceIsNoHeading) {
    const BuiltDocument built =
        build_text("提言1 見守り\n" + kHead + kRow +
                   "\t\t3 か所で実施した。\t\t\t\t\n\t\t令和3年度の取組状況を確認した。\t\t\t\t\n" +
                   "\t\t※ 実績はない。\t\t\t\t\n\t\t2 回の訪問\t\t\t\t\n");
    std::vector<std::string> results;
    for (const Record& record : built.document.records) results.push_back(record.text("result"));
    EXPECT_THAT(results, ElementsAre("開設した。", "3 か所で実施した。", "令和3年度の取組状況を確認した。",
                                     "※ 実績はない。", "2 回の訪問"));
    EXPECT_EQ(built.document.sections.size(), 1U);
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(TextDocument, ARowThatFillsATableOfTwoColumnsIsNoHeading) {
    const BuiltDocument built =
        build_text("取組結果一覧\n\n具体的取組\t取組結果\n1\t学びの場の安全\n2 点検の実施\t行った。\n");
    ASSERT_EQ(built.document.records.size(), 1U);
    EXPECT_EQ(field_texts(built.document.records[0]), (Texts{{"measure", "2 点検の実施"}, {"result", "行った。"}}));
    ASSERT_EQ(built.document.sections.size(), 1U);
    EXPECT_EQ(built.document.sections[0].title, "学びの場の安全");
}

TEST(TextDocument, ASectionHeadedAgainInOtherWordsIsNoted) {
    const std::string text = "提言1 見守る体制の強化\n" + kHead + kRow + "\n提言1 見守る体制の強花\n" + kHead + kRow;
    const Document document = build_text(text).document;
    ASSERT_EQ(document.sections.size(), 1U);
    EXPECT_EQ(document.sections[0].title, "見守る体制の強化");
    ASSERT_EQ(codes(document.findings), (std::vector<std::string>{"section.repeat-differs", "row.repeated"}));
    EXPECT_EQ(document.findings[0].message,
              "見出し「見守る体制の強化」が、別の頁では「見守る体制の強花」です。はじめのほうを採りました。");
    EXPECT_EQ(document.findings[0].source.line, 5);
}

TEST(TextDocument, LinesOutsideTablesAreUnplacedUnlessTheyAreTheTitle) {
    const BuiltDocument built =
        build_text("みなと市の取組に関する資料について\n" + kHead + kRow + "※ 予算は議決後に確定する。\n");
    EXPECT_EQ(built.document.title, "みなと市の取組に関する資料について");
    ASSERT_EQ(built.document.unplaced.size(), 1U);
    EXPECT_EQ(built.document.unplaced[0].text, "※ 予算は議決後に確定する。");
    EXPECT_EQ(built.document.unplaced[0].source.line, 4);
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(TextDocument, ALooseLineOfSeveralParagraphsIsReadParagraphByParagraph) {
    const BuiltDocument built =
        build_text("<p>資料1</p><p>提言1 見守る体制の強化</p><p>① 早期の把握</p>\n" + kHead + kRow);
    EXPECT_EQ(built.document.label, "資料1");
    ASSERT_EQ(built.document.sections.size(), 1U);
    EXPECT_EQ(built.document.sections[0], (Section{"1", "見守る体制の強化", {{"①", "早期の把握"}}}));
    EXPECT_TRUE(built.ledger.balanced());
}

TEST(TextDocument, AFormMayBeNamed) {
    const std::string text = "\t日付\t取組内容\t概要\n1\t令和3年4月1日\t窓口を開設\t本庁舎1階\n";
    TableSet set = read_extracted_text({"経過.txt", text}, {});
    BuildOptions options;
    options.form = "chronology";
    EXPECT_EQ(build_document(set, shipped_mappings(), options).form, "chronology");
    options.form = "plan-results";
    EXPECT_THROW(build_document(set, shipped_mappings(), options), Error);
}

}  // namespace
}  // namespace torimatome::parsers
