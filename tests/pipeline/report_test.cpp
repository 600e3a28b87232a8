#include "pipeline/report.hpp"

#include <gtest/gtest.h>

#include "model/language.hpp"

namespace torimatome::pipeline {
namespace {

Finding made_finding() {
    Finding finding;
    finding.code = "row.cell-missing";
    finding.severity = Severity::warning;
    finding.message = "欄が1つ足りません。";
    finding.hint = "元の資料で確かめてください。";
    return finding;
}

TEST(Report, AnErrorLineSaysWhereWhatAndWhatToDo) {
    Finding finding = made_finding();
    EXPECT_EQ(error_line(finding), "エラー: 欄が1つ足りません。元の資料で確かめてください。");
    finding.source.file = "回答.xlsx";
    EXPECT_EQ(error_line(finding), "エラー: 回答.xlsx: 欄が1つ足りません。元の資料で確かめてください。");
    finding.source.sheet = "様式1";
    finding.source.cell = "C12";
    EXPECT_EQ(error_line(finding),
              "エラー: 「回答.xlsx」シート「様式1」C12: 欄が1つ足りません。元の資料で確かめてください。");
}

TEST(Report, AMistakeInAMappingStartsWithItsPlace) {
    Finding finding;
    finding.source.file = "form.xml";
    finding.source.line = 3;
    finding.message = "form.xml:3:5: 属性がありません。";
    EXPECT_EQ(error_line(finding), "form.xml:3:5: 属性がありません。");
}

TEST(Report, AnErrorIsOneLineWhateverItsTextHolds) {
    Finding finding;
    finding.message = "一\n二\t三\033[2J";
    EXPECT_EQ(error_line(finding), "エラー: 一 二 三 [2J");
}

TEST(Report, AFindingLineNamesThePlaceInItsInput) {
    Finding finding = made_finding();
    finding.source.file = "回答.txt";
    finding.source.line = 12;
    EXPECT_EQ(finding_line(finding),
              "  要確認 12行目: 欄が1つ足りません。元の資料で確かめてください。 (row.cell-missing)");
    finding.source = {};
    finding.source.sheet = "様式1";
    finding.source.cell = "C12";
    finding.record = "1-①-ア-2";
    finding.field = "plan";
    finding.severity = Severity::error;
    EXPECT_EQ(finding_line(finding),
              "  要対応 シート「様式1」C12 [1-①-ア-2 plan]: 欄が1つ足りません。元の資料で確かめてください。 "
              "(row.cell-missing)");
    finding.source = {};
    finding.source.page = 3;
    finding.field = "";
    finding.hint = "";
    finding.severity = Severity::note;
    EXPECT_EQ(finding_line(finding), "  参考 p.3 [1-①-ア-2]: 欄が1つ足りません。 (row.cell-missing)");
}

TEST(Report, TheSummaryCounts) {
    const RunCounts counts{3, 1, {45, 1, 2, 3}};
    EXPECT_EQ(summary_line(counts),
              "入力3件（うち読み取れないもの1件）、取組45件、指摘6件（要対応1・要確認2・参考3）。");
    EXPECT_EQ(summary_line({2, 0, {}}), "入力2件、取組0件、指摘0件（要対応0・要確認0・参考0）。");
    EXPECT_EQ(output_words(""), "出力: 標準出力");
    EXPECT_EQ(output_words("結果.json"), "出力: 結果.json");
}

TEST(Report, IsInEnglishToo) {
    set_message_language(Language::english);
    Finding finding = made_finding();
    finding.message = "A cell is missing.";
    finding.hint = "Check it.";
    const std::string error = error_line(finding);
    finding.source.line = 2;
    const std::string line = finding_line(finding);
    const std::string summary = summary_line({3, 1, {45, 1, 2, 3}});
    const std::string output = output_words("");
    set_message_language(Language::japanese);
    EXPECT_EQ(error, "error: A cell is missing. Check it.");
    EXPECT_EQ(line, "  warning line 2: A cell is missing. Check it. (row.cell-missing)");
    EXPECT_EQ(summary, "Inputs: 3 (1 of them unreadable), records: 45, findings: 6 (errors 1, warnings 2, notes 3).");
    EXPECT_EQ(output, "Output: standard output");
}

}  // namespace
}  // namespace torimatome::pipeline
