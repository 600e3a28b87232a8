#include "writers/consolidated_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "minato.hpp"
#include "model/finding.hpp"
#include "xlsx_parts.hpp"

namespace torimatome::writers {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Le;
using testing::Pair;

class ConsolidatedWorkbookTest : public testing::Test {
  protected:
    Findings write(const Document& document, Paper paper = Paper::a3) {
        return write_consolidated_workbook({document, form_, submissions_, paper, {2022, 6, 1}}, file_);
    }
    SheetDump sheet(const std::string& name) const { return xlsx_sheet(file_, name); }

    TestFolder folder_;
    std::filesystem::path file_ = folder_ / "取りまとめ.xlsx";
    Form form_ = minato_form();
    std::vector<Submission> submissions_;
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(ConsolidatedWorkbookTest, HasASheetForEachSectionAndTheIndexSheets) {
    EXPECT_THAT(write(minato_document()), IsEmpty());
    std::vector<std::string> names;
    for (const auto& [name, dump] : xlsx_sheets(file_)) names.push_back(name);
    EXPECT_THAT(names, ElementsAre("提言1", "提言2", "一覧", "集計", "要確認", "提出状況", "出典"));
}

TEST_F(ConsolidatedWorkbookTest, MarksTheIndexSheetsAsDerived) {
    write(minato_document());
    const std::string workbook = xlsx_parts(file_).at("xl/workbook.xml");
    for (const int index : {2, 3, 4, 5, 6}) {
        EXPECT_THAT(workbook, HasSubstr("<definedName name=\"torimatome.derived\" localSheetId=\"" +
                                        std::to_string(index) + "\">"));
    }
    EXPECT_THAT(workbook, testing::Not(HasSubstr("name=\"torimatome.derived\" localSheetId=\"0\"")));
}

TEST_F(ConsolidatedWorkbookTest, PrintsLabelTitleBoxLegendAndTable) {
    write(minato_document());
    const SheetDump print = sheet("提言1");
    const std::map<std::string, std::string> expected = {{"I1", "資料1"},
                                                         {"A2", "みなと市の令和3年度の取組結果と令和4年度の取組内容"},
                                                         {"A4", "検証報告書における提言"},
                                                         {"A5", "1　身近な相談体制の強化"},
                                                         {"A6", "①　相談窓口のあり方"},
                                                         {"A7", "②　関係機関との連携"},
                                                         {"A8", "【取組区分】"},
                                                         {"A9", "到達目標を踏まえた令和4年度以降の取組の方向性"},
                                                         {"A10", "I：新たな取組を実施していく項目"},
                                                         {"A11", "II：現在の取組を拡充していく項目"},
                                                         {"A12", "III：現在の取組を継続する項目"},
                                                         {"A14", "取組方針"},
                                                         {"D14", "取組の到達目標"},
                                                         {"E14", "令和3年度の取組とその結果"},
                                                         {"F14", "継続すべきよかった点、改善すべき点"},
                                                         {"G14", "令和4年度の取組"},
                                                         {"H14", "取組区分"},
                                                         {"I14", "担当部"},
                                                         {"A15", "①"},
                                                         {"B15", "ア"},
                                                         {"C15", "相談の入り口を分かりやすくする。"},
                                                         {"D15", "○相談先が知られている。"},
                                                         {"E15", "窓口の案内を作成し、全世帯に配布した。"},
                                                         {"F15", "問い合わせが増え、周知が進んだ。"},
                                                         {"G15", "案内を多言語にする。"},
                                                         {"H15", "II"},
                                                         {"I15", "市) 広報課"},
                                                         {"D16", "○夜間も相談できる。"},
                                                         {"E16", "窓口の案内を作成し、全世帯に配布した。"},
                                                         {"F16", "問い合わせが増え、周知が進んだ。"},
                                                         {"G16", "案内を多言語にする。"},
                                                         {"H16", "I"},
                                                         {"I16", "保) 健康課\n市) 広報課"},
                                                         {"E17", "受付時間を延ばした。"},
                                                         {"F17", "問い合わせが増え、周知が進んだ。"},
                                                         {"G17", "案内を多言語にする。"},
                                                         {"H17", "III"}};
    EXPECT_EQ(print.cells, expected);
    EXPECT_THAT(print.merges, AllOf(Contains("A14:C14"), Contains("A15:A17"), Contains("B15:B17"), Contains("C15:C17"),
                                    Contains("D16:D17"), Contains("I16:I17"), Contains("A2:I2")));
}

TEST_F(ConsolidatedWorkbookTest, SetsThePageUp) {
    write(minato_document());
    const SheetDump a3 = sheet("提言1");
    EXPECT_THAT(a3.xml, HasSubstr("<pageSetup paperSize=\"8\" fitToHeight=\"0\" orientation=\"landscape\"/>"));
    EXPECT_THAT(a3.xml, HasSubstr("<pageSetUpPr fitToPage=\"1\"/>"));
    EXPECT_THAT(a3.xml, HasSubstr("&amp;P / &amp;N"));
    const std::string workbook = xlsx_parts(file_).at("xl/workbook.xml");
    EXPECT_THAT(workbook, HasSubstr("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'提言1'!$1:$14<"));
    EXPECT_THAT(workbook, HasSubstr("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'提言1'!$A$1:$I$17<"));
    write(minato_document(), Paper::a4);
    EXPECT_THAT(sheet("提言1").xml, HasSubstr("paperSize=\"9\""));
}

TEST_F(ConsolidatedWorkbookTest, RepeatsOnlyTheHeadingsWhereTheBoxWouldFillThePage) {
    Document document = minato_document();
    for (int i = 0; i < 30; ++i) document.sections[0].items.push_back({"③", "項目"});
    write(document);
    EXPECT_THAT(xlsx_parts(file_).at("xl/workbook.xml"), HasSubstr("'提言1'!$44:$44<"));
}

TEST_F(ConsolidatedWorkbookTest, SetsNoRowHigherThanExcelAllowsAndKeepsLongTextsWhole) {
    Document document = minato_document();
    const std::string text = minato_prose(3000);
    document.records[0].find("plan")->text = text;
    const Findings findings = write(document);
    for (const auto& [name, dump] : xlsx_sheets(file_)) {
        for (const auto& [row, height] : dump.row_heights) EXPECT_LE(height, 409.5) << name << " row " << row;
    }
    const SheetDump print = sheet("提言1");
    EXPECT_EQ(print.cells.at("G15"), text);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "output.record-over-page");
    EXPECT_EQ(findings[0].message, "1ページに収まらない長さのため、次のページへ続けて印刷されます。");
    // The record takes several rows; every column is merged over them, those that are spanned further to the end.
    const auto rows_of = [&](const std::string& prefix) {
        for (const std::string& merge : print.merges) {
            if (merge.starts_with(prefix)) return merge.substr(prefix.size());
        }
        return std::string();
    };
    const std::string last = rows_of("G15:G");
    EXPECT_FALSE(last.empty());
    EXPECT_EQ(rows_of("E15:E"), last);
    EXPECT_EQ(rows_of("H15:H"), last);
    EXPECT_EQ(std::stoi(rows_of("C15:C")), std::stoi(last) + 2);
    EXPECT_EQ(print.cells.at("H" + std::to_string(std::stoi(last) + 1)), "I") << "the next record follows";
}

TEST_F(ConsolidatedWorkbookTest, SaysWhereItTookSmallerType) {
    Document document = minato_document();
    document.records[0].find("plan")->text = minato_prose(1150);
    const Findings findings = write(document);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "output.text-smaller");
    EXPECT_EQ(findings[0].record, "1-①-ア-1");
    EXPECT_EQ(findings[0].field, "plan");
    EXPECT_EQ(findings[0].message, "1ページに収めるため、この欄の文字を小さくしました。");
}

TEST_F(ConsolidatedWorkbookTest, DividesATextThatNoCellHolds) {
    Document document = minato_document();
    std::string text;
    while (text.size() < 3 * 40'000) text += minato_prose(500) + "\n";
    document.records[0].find("plan")->text = text;
    document.records[0].source = {.sheet = "様式1", .cell = "A10"};
    const Findings findings = write(document);
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[1].code, "output.text-split");
    EXPECT_EQ(findings[1].record, "1-①-ア-1");
    EXPECT_EQ(findings[1].field, "plan");
    EXPECT_EQ(findings[1].source, document.records[0].source);
    EXPECT_EQ(findings[1].message,
              "文章がセルに入る長さ（32,767字、改行253回）を超えるため、2つのセルに分けて書きました。");
    EXPECT_EQ(findings[2].code, "output.row-too-tall");
    std::string joined;
    for (const auto& [address, value] : sheet("提言1").cells) {
        if (address.starts_with("G") && value.size() > 3000) joined = joined + value;
    }
    EXPECT_EQ(joined, text);
}

TEST_F(ConsolidatedWorkbookTest, WritesTextThatLooksLikeAFormulaOrALinkAsText) {
    Document document = minato_document();
    document.records[0].find("plan")->text = "=1+1";
    document.records[0].find("result")->text = "https://example.jp/";
    document.records[0].find("evaluation")->text = "0012345678901234567890";
    write(document);
    const SheetDump print = sheet("提言1");
    EXPECT_EQ(print.cells.at("G15"), "=1+1");
    EXPECT_EQ(print.cells.at("E15"), "https://example.jp/");
    EXPECT_EQ(print.cells.at("F15"), "0012345678901234567890");
    EXPECT_THAT(print.xml, testing::Not(HasSubstr("<f>")));
    EXPECT_THAT(print.links, IsEmpty());
}

TEST_F(ConsolidatedWorkbookTest, LeavesOutCharactersThatExcelCallsCorruptAndSaysSo) {
    Document document = minato_document();
    document.records[0].find("plan")->text = "案内\x01を\xEF\xBF\xBE作る。";
    const Findings findings = write(document);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "output.character-dropped");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].record, "1-①-ア-1");
    EXPECT_EQ(findings[0].field, "plan");
    EXPECT_EQ(findings[0].message, "Excelのブックに書けない文字（U+0001, U+FFFE）を除いて書きました。");
    EXPECT_EQ(findings[0].source, (SourcePosition{.sheet = "様式1", .cell = "A10"}));
    EXPECT_EQ(sheet("提言1").cells.at("G15"), "案内を作る。");
    EXPECT_EQ(sheet("要確認").cells.at("E2"), findings[0].message);
}

TEST_F(ConsolidatedWorkbookTest, PrintsColumnsThatDepartmentsAdded) {
    Document document = minato_document();
    document.records[0].fields.emplace_back("予算額", Field{.text = "500千円"});
    EXPECT_THAT(write(document), IsEmpty());
    const SheetDump print = sheet("提言1");
    EXPECT_EQ(print.cells.at("J14"), "予算額");
    EXPECT_EQ(print.cells.at("J15"), "500千円");
    EXPECT_EQ(sheet("提言2").cells.at("J13"), "予算額");
    EXPECT_EQ(sheet("一覧").cells.at("T1"), "予算額");
    EXPECT_EQ(sheet("一覧").cells.at("T2"), "500千円");
}

TEST_F(ConsolidatedWorkbookTest, ListsTheAddedColumnsThatDoNotFitAPage) {
    Document document = minato_document();
    for (const char* id : {"予算額", "決算額", "備考", "その他"}) {
        document.records[0].fields.emplace_back(id, Field{.text = "記載"});
    }
    const Findings findings = write(document);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "output.column-not-printed");
    EXPECT_EQ(findings[0].message,
              "様式にない欄が多いため、「その他」は印刷用のシートに出さず、シート「一覧」に書きました。");
    EXPECT_EQ(sheet("提言1").cells.at("L14"), "備考");
    EXPECT_FALSE(sheet("提言1").cells.contains("M14"));
    EXPECT_EQ(sheet("一覧").cells.at("W1"), "その他");
}

TEST_F(ConsolidatedWorkbookTest, KeepsUnderlinesBoldAndColours) {
    Document document = minato_document();
    Field& plan = *document.records[0].find("plan");
    plan.text = "案内を多言語にする。";
    plan.runs = {{.text = "案内を"},
                 {.text = "多言語", .bold = true, .underline = true, .color = "FF0000"},
                 {.text = "にする。"}};
    Field& goal = *document.records[0].find("goal");
    goal.runs = {{.text = goal.text, .underline = true}};
    write(document);
    const std::string strings = xlsx_parts(file_).at("xl/sharedStrings.xml");
    EXPECT_THAT(strings, HasSubstr("<r><rPr><b/><u/><sz val=\"9\"/><color rgb=\"FFFF0000\"/><rFont val=\"ＭＳ 明朝\"/>"
                                   "<family val=\"1\"/></rPr><t>多言語</t></r>"));
    const SheetDump print = sheet("提言1");
    EXPECT_EQ(print.cells.at("G15"), "案内を多言語にする。");
    EXPECT_EQ(print.cells.at("D15"), "○相談先が知られている。");
    EXPECT_THAT(xlsx_parts(file_).at("xl/styles.xml"), HasSubstr("<u/><sz val=\"9\"/>"));
}

TEST_F(ConsolidatedWorkbookTest, WritesPlainTextWhereTheFormattingIsTooMuchForACell) {
    Document document = minato_document();
    Field& plan = *document.records[0].find("plan");
    plan.text.clear();
    for (int i = 0; i < 2000; ++i) {
        plan.runs.push_back({.text = "案", .underline = i % 2 == 0});
        plan.text += "案";
    }
    const Findings findings = write(document);
    EXPECT_EQ(sheet("提言1").cells.at("G15"), plan.text);
    EXPECT_THAT(findings,
                Contains(testing::Field(&Finding::message,
                                        "書式の切り替えが多すぎるため、下線や色を付けずに文章だけを書きました。")));
}

TEST_F(ConsolidatedWorkbookTest, ListsEveryRecordFlat) {
    write(minato_document());
    const SheetDump list = sheet("一覧");
    EXPECT_THAT(list.merges, IsEmpty());
    EXPECT_EQ(list.cells.at("A1"), "ID");
    EXPECT_EQ(list.cells.at("A5"), "2-①-ア-1");
    EXPECT_EQ(list.cells.at("B2"), "2021");
    EXPECT_EQ(list.cells.at("K4"), "相談の入り口を分かりやすくする。") << "spanned cells are repeated";
    EXPECT_THAT(list.xml, HasSubstr("<autoFilter ref=\"A1:W5\"/>"));
    EXPECT_THAT(list.xml, HasSubstr("<pane ySplit=\"1\" topLeftCell=\"A2\""));
}

TEST_F(ConsolidatedWorkbookTest, CountsAsValuesWithACharts) {
    write(minato_document());
    const SheetDump summary = sheet("集計");
    EXPECT_THAT(summary.xml, testing::Not(HasSubstr("<f>")));
    EXPECT_EQ(summary.cells.at("A3"), "提言別・取組区分別の取組数");
    EXPECT_EQ(summary.cells.at("E4"), "計");
    EXPECT_EQ(summary.cells.at("A7"), "計");
    EXPECT_EQ(summary.cells.at("E7"), "4");
    const auto parts = xlsx_parts(file_);
    EXPECT_TRUE(parts.contains("xl/charts/chart2.xml")) << "by section and by bureau";
    EXPECT_THAT(parts.at("xl/charts/chart1.xml"), HasSubstr("提言別・取組区分別の取組数"));
}

TEST_F(ConsolidatedWorkbookTest, ListsFindingsWorstFirstWithLinks) {
    Document document = minato_document();
    document.findings = {{.code = "a", .severity = Severity::note, .message = "参考です。"},
                         {.code = "b",
                          .severity = Severity::warning,
                          .record = "1-①-ア-2",
                          .field = "plan",
                          .message = "確かめてください。",
                          .hint = "原本を見てください。",
                          .source = {.file = "回答2.xlsx", .sheet = "様式1", .cell = "F11"}},
                         {.code = "c", .severity = Severity::error, .record = "2-①-ア-1", .message = "読めません。"}};
    write(document);
    const SheetDump list = sheet("要確認");
    std::vector<std::string> row;
    for (const char column : std::string("ABCDEFGHI")) row.push_back(list.cells.at(column + std::string("3")));
    EXPECT_THAT(row, ElementsAre("2", "要確認", "1-①-ア-2", "令和4年度の取組", "確かめてください。",
                                 "原本を見てください。", "回答2.xlsx", "シート「様式1」F11", "b"));
    EXPECT_EQ(list.cells.at("B2"), "要対応");
    EXPECT_EQ(list.cells.at("B4"), "参考");
    EXPECT_EQ(list.cells.at("J1"), "対応");
    EXPECT_EQ(list.cells.at("K1"), "確認者");
    EXPECT_THAT(list.links, ElementsAre(Pair("C2", "'提言2'!A14"), Pair("C3", "'提言1'!D16")));
}

TEST_F(ConsolidatedWorkbookTest, ListsSubmissions) {
    Submission taken;
    taken.source = {"回答1.xlsx", "xlsx", "00ff", "2022-05-20"};
    taken.sender = "広報課";
    taken.departments = {"市) 広報課", "保) 健康課"};
    taken.records = 12;
    taken.findings = 3;
    Submission missing;
    missing.sender = "健康課";
    missing.state = SubmissionState::missing;
    missing.remark = "回答がありません。";
    submissions_ = {taken, missing};
    write(minato_document());
    const SheetDump list = sheet("提出状況");
    std::vector<std::string> row;
    for (const char column : std::string("ABCDEFGHI")) row.push_back(list.cells.at(column + std::string("2")));
    EXPECT_THAT(row, ElementsAre("1", "広報課", "回答1.xlsx", "取り込み", "市) 広報課、保) 健康課", "xlsx",
                                 "2022-05-20", "12", "3"));
    EXPECT_EQ(list.cells.at("D3"), "未提出");
    EXPECT_EQ(list.cells.at("J3"), "回答がありません。");
}

TEST_F(ConsolidatedWorkbookTest, ListsTheSourceOfEveryField) {
    Document document = minato_document();
    document.records[1].find("plan")->source = {.sheet = "様式2", .cell = "B3"};
    write(document);
    const SheetDump list = sheet("出典");
    const auto row = [&](const std::string& number) {
        std::vector<std::string> texts;
        for (const char column : std::string("ABCDEFGHIJKL")) {
            const auto cell = list.cells.find(column + number);
            texts.push_back(cell == list.cells.end() ? "" : cell->second);
        }
        return texts;
    };
    EXPECT_THAT(row("1"), ElementsAre("取組", "ファイル", "位置", "項目", "取組方針（記号）", "取組方針",
                                      "取組の到達目標", "令和3年度の取組とその結果",
                                      "継続すべきよかった点、改善すべき点", "令和4年度の取組", "取組区分", "担当部"));
    EXPECT_THAT(row("3"),
                ElementsAre("1-①-ア-2", "回答.xlsx", "シート「様式1」A11", "A11（上と共通）", "A11（上と共通）",
                            "A11（上と共通）", "A11", "A11", "A11", "シート「様式2」B3", "A11", "A11"));
}

TEST_F(ConsolidatedWorkbookTest, ListsUnplacedTextWhereThereIsSome) {
    Document document = minato_document();
    document.unplaced = {{"どこにも入らない文", {.page = 3}}};
    write(document);
    const SheetDump list = sheet("未配置");
    EXPECT_EQ(list.cells.at("B2"), "どこにも入らない文");
    EXPECT_EQ(list.cells.at("D2"), "p.3");
}

TEST_F(ConsolidatedWorkbookTest, PutsRecordsWithoutASectionOnASheetOfTheirOwn) {
    Document document = minato_document();
    document.records[3].section.clear();
    document.records.push_back(minato_record("9-ア", {.section = "9"}));
    write(document);
    std::vector<std::string> names;
    for (const auto& [name, dump] : xlsx_sheets(file_)) names.push_back(name);
    EXPECT_THAT(names, ElementsAre("提言1", "提言2", "資料1", "提言9", "一覧", "集計", "要確認", "提出状況", "出典"));
}

TEST_F(ConsolidatedWorkbookTest, WritesAnEmptyDocument) {
    Document document;
    EXPECT_THAT(write(document), IsEmpty());
    EXPECT_EQ(sheet("資料1").cells.at("D8"), "取組の到達目標");
    EXPECT_EQ(sheet("資料1").cells.at("E8"), "本年度の取組とその結果");
}

TEST_F(ConsolidatedWorkbookTest, IsTheSameTwice) {
    const Document document = minato_long_document(2, 12);
    write(document);
    const std::string first = bytes_of(file_);
    write(document);
    EXPECT_EQ(bytes_of(file_), first);
    EXPECT_THAT(xlsx_parts(file_).at("docProps/core.xml"),
                AllOf(HasSubstr("<dc:creator>torimatome</dc:creator>"), HasSubstr("2022-06-01T00:00:00Z")));
}

TEST_F(ConsolidatedWorkbookTest, TakesAFixedDayWhereNoDateIsGiven) {
    const Document document = minato_document();
    write_consolidated_workbook({document, form_, submissions_, Paper::a3, {}}, file_);
    EXPECT_THAT(xlsx_parts(file_).at("docProps/core.xml"), HasSubstr("1980-01-01T00:00:00Z"));
}

TEST_F(ConsolidatedWorkbookTest, LeavesNoFileBehindWhereItCannotWrite) {
    const std::filesystem::path file = folder_ / "ない/取りまとめ.xlsx";
    const Document document = minato_document();
    try {
        write_consolidated_workbook({document, form_, submissions_, Paper::a3, {2022, 6, 1}}, file);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "output.failed");
        EXPECT_EQ(error.finding().severity, Severity::error);
        EXPECT_EQ(error.finding().source.file, file.string());
        EXPECT_THAT(error.finding().message, HasSubstr("「" + file.string() + "」に書き込めませんでした。"));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(ConsolidatedWorkbookTest, LeavesTheOldFileWhereItCannotReplaceIt) {
    std::filesystem::create_directories(file_ / "x");
    EXPECT_THROW(write(minato_document()), Error);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1) << "no temporary file is left";
}

TEST_F(ConsolidatedWorkbookTest, BreaksPagesAtRecordsAndKeepsToExcelsNumberOfBreaks) {
    write(minato_long_document(1, 30));
    const SheetDump print = sheet("提言1");
    EXPECT_THAT(print.breaks, testing::SizeIs(testing::Ge(4)));
    Document long_document = minato_document();
    long_document.records.clear();
    std::string page_long;
    for (int i = 0; i < 30; ++i) page_long += "・取組\n";
    for (int i = 0; i < 1100; ++i) {
        long_document.records.push_back(minato_record("1-" + std::to_string(i), {.plan = page_long}));
    }
    write(long_document);
    EXPECT_THAT(sheet("提言1").breaks, testing::SizeIs(1023));
}

}  // namespace
}  // namespace torimatome::writers
