// The program's consolidate, as a user runs it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pipeline/temporary_folder.hpp"
#include "tests/program/made_submissions.hpp"
#include "tests/program/run_program.hpp"

namespace torimatome {
namespace {

class Consolidate : public testing::Test {
  protected:
    ProgramRun run(const std::vector<std::string>& arguments,
                   const std::map<std::string, std::string>& environment = {}) const {
        return run_program(arguments, {folder_.path().string(), "", environment});
    }

    // The records of a workbook, as CSV without the heading line.
    std::string records_of(const std::string& book) const {
        const std::string csv = run({"convert", book, "--to", "csv", "-q"}).output;
        return csv.substr(csv.find('\n') + 1);
    }

    TemporaryFolder folder_;
};

TEST_F(Consolidate, PutsSubmissionsIntoOneWorkbook) {
    folder_.write("in/保健所.txt", made_submission({kVisits}));
    folder_.write("in/学校教育部.txt", made_submission({kTraining}));
    const ProgramRun result = run({"consolidate", "in", "-o", "book.xlsx"});
    EXPECT_EQ(result.errors, "入力2件、取組2件、指摘0件（要対応0・要確認0・参考0）。 出力: book.xlsx\n");
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(folder_.names(), (std::vector<std::string>{"book.xlsx", "in", "in/保健所.txt", "in/学校教育部.txt"}));
    const std::string records = records_of("book.xlsx");
    EXPECT_LT(records.find("1-①-ア-1,1,子どもを見守る体制,①,ア,見守りを広げる。,○声を掛け合う地域になっている。,"),
              records.find("1-①-イ-1,1,子どもを見守る体制,①,イ,職員を育てる。,○相談に応じる力が整っている。,"));
    EXPECT_EQ(std::count(records.begin(), records.end(), '\n'), 2);
}

TEST_F(Consolidate, TheSameInputsGiveTheSameBytesWhateverTheJobs) {
    folder_.write("in/保健所.txt", made_submission({kVisits}));
    folder_.write("in/学校教育部.txt", made_submission({kTraining}));
    ASSERT_EQ(run({"consolidate", "in", "-o", "1.xlsx", "-q", "-j", "1"}).status, 0);
    ASSERT_EQ(run({"consolidate", "in", "-o", "2.xlsx", "-q", "-j", "3"}).status, 0);
    EXPECT_TRUE(folder_.read("1.xlsx") == folder_.read("2.xlsx"));
    ASSERT_EQ(run({"consolidate", "in", "-o", "3.xlsx", "-q"}, {{"SOURCE_DATE_EPOCH", "1650000000"}}).status, 0);
    EXPECT_FALSE(folder_.read("1.xlsx") == folder_.read("3.xlsx"));
}

TEST_F(Consolidate, TheWorkbookOfAnEarlierRunIsNoInput) {
    folder_.write("保健所.txt", made_submission({kVisits}));
    ASSERT_EQ(run({"consolidate", ".", "-o", "book.xlsx", "-q"}).status, 0);
    const std::string first = folder_.read("book.xlsx");
    const ProgramRun again = run({"consolidate", ".", "-o", "book.xlsx"});
    EXPECT_EQ(again.errors, "入力1件、取組1件、指摘0件（要対応0・要確認0・参考0）。 出力: book.xlsx\n");
    EXPECT_TRUE(folder_.read("book.xlsx") == first);
}

TEST_F(Consolidate, TheBaseGivesTheOrder) {
    folder_.write("base.txt", made_submission({kTraining, kVisits}));
    folder_.write("in/保健所.txt", made_submission({kVisits}));
    folder_.write("in/学校教育部.txt", made_submission({kTraining}));
    const ProgramRun result = run({"consolidate", "in", "--base", "base.txt", "-o", "book.xlsx", "--paper", "a4"});
    EXPECT_EQ(result.errors, "入力2件、取組2件、指摘0件（要対応0・要確認0・参考0）。 出力: book.xlsx\n");
    EXPECT_EQ(result.status, 0);
    const std::string records = records_of("book.xlsx");
    EXPECT_LT(records.find("1-①-イ-1,"), records.find("1-①-ア-1,"));
}

TEST_F(Consolidate, AnInputThatCannotBeReadIsToldAndTheOthersAreTaken) {
    folder_.write("in/保健所.txt", made_submission({kVisits}));
    folder_.write("in/写真.png", "\x89PNG\r\n\x1A\n");
    const ProgramRun result = run({"consolidate", "in", "-o", "book.xlsx"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.errors,
              "エラー: 写真.png: "
              "画像ファイルです。文字としては読めません。元のExcelファイルか、文字の入ったPDFを受け取ってください。\n"
              "入力2件（うち読み取れないもの1件）、取組1件、指摘1件（要対応1・要確認0・参考0）。 出力: book.xlsx\n");
    EXPECT_EQ(folder_.names(), (std::vector<std::string>{"book.xlsx", "in", "in/保健所.txt", "in/写真.png"}));
}

TEST_F(Consolidate, WithNothingReadThereIsNoWorkbook) {
    folder_.write("写真.png", "\x89PNG\r\n\x1A\n");
    const ProgramRun result = run({"consolidate", "写真.png", "-o", "book.xlsx"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.errors,
              "エラー: 写真.png: "
              "画像ファイルです。文字としては読めません。元のExcelファイルか、文字の入ったPDFを受け取ってください。\n"
              "エラー: 読み取れた提出物がないので、取りまとめできません。\n");
    EXPECT_EQ(folder_.names(), (std::vector<std::string>{"写真.png"}));
}

TEST_F(Consolidate, FilesOfOneNameInSeveralFoldersAreToldApart) {
    folder_.write("in/保健所/回答.txt", made_submission({kVisits}));
    folder_.write("in/学校教育部/回答.txt", made_submission({kVisits}));
    const ProgramRun result = run({"consolidate", "in", "-o", "book.xlsx"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.errors, "入力2件、取組1件、指摘1件（要対応0・要確認0・参考1）。 出力: book.xlsx\n");
}

TEST_F(Consolidate, ABaseThatCannotBeReadStopsTheRun) {
    folder_.write("保健所.txt", made_submission({kVisits}));
    folder_.write("base.png", "\x89PNG\r\n\x1A\n");
    const ProgramRun result = run({"consolidate", "保健所.txt", "--base", "base.png", "-o", "book.xlsx"});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.errors,
              "エラー: base.png: "
              "画像ファイルです。文字としては読めません。元のExcelファイルか、文字の入ったPDFを受け取ってください。\n"
              "エラー: --base の資料を読み取れないので、取りまとめできません。\n");
}

}  // namespace
}  // namespace torimatome
