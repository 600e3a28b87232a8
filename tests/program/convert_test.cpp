// The program's convert and check, as a user runs them: outputs, messages, exit statuses.
#include <gtest/gtest.h>

#include <algorithm>

#include "parsers/reader.hpp"
#include "tests/pipeline/temporary_folder.hpp"
#include "tests/program/made_submissions.hpp"
#include "tests/program/run_program.hpp"

namespace torimatome {
namespace {

constexpr const char* kVisitsLine =
    "{\"schema\":\"torimatome/1\",\"form\":\"recommendation-progress\",\"label\":\"\",\"title\":\"令和3年度の取組結果と"
    "令和4年度の取組内容\",\"year\":2021,";

class Convert : public testing::Test {
  protected:
    ProgramRun run(const std::vector<std::string>& arguments, const std::string& input = {}) const {
        return run_program(arguments, {folder_.path().string(), input, {}});
    }

    TemporaryFolder folder_;
};

TEST_F(Convert, WritesOneDocumentToTheStandardOutput) {
    folder_.write("a.txt", made_submission({kVisits}));
    const ProgramRun result = run({"convert", "a.txt"});
    const std::string hash = parsers::sha256_hex(made_submission({kVisits}));
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.errors, "入力1件、取組1件、指摘0件（要対応0・要確認0・参考0）。 出力: 標準出力\n");
    EXPECT_EQ(result.output,
              "{\n"
              "  \"schema\": \"torimatome/1\",\n"
              "  \"form\": \"recommendation-progress\",\n"
              "  \"label\": \"\",\n"
              "  \"title\": \"令和3年度の取組結果と令和4年度の取組内容\",\n"
              "  \"year\": 2021,\n"
              "  \"source\": {\"file\": \"a.txt\", \"format\": \"text\", \"sha256\": "
              "\"" +
                  hash +
                  "\"},\n"
                  "  \"sections\": [\n"
                  "    {\n"
                  "      \"number\": \"1\",\n"
                  "      \"title\": \"子どもを見守る体制\",\n"
                  "      \"items\": []\n"
                  "    }\n"
                  "  ],\n"
                  "  \"records\": [\n"
                  "    {\n"
                  "      \"id\": \"1-①-ア-1\",\n"
                  "      \"section\": \"1\",\n"
                  "      \"fields\": {\n"
                  "        \"item\": {\"text\": \"①\"},\n"
                  "        \"policy_mark\": {\"text\": \"ア\"},\n"
                  "        \"policy\": {\"text\": \"見守りを広げる。\"},\n"
                  "        \"goal\": {\"text\": \"○声を掛け合う地域になっている。\"},\n"
                  "        \"result\": {\"text\": \"令和3年度は120世帯を訪問した。\"},\n"
                  "        \"evaluation\": {\"text\": \"早く気付くことができた。\"},\n"
                  "        \"plan\": {\"text\": \"令和4年度は150世帯を訪問していく。\"},\n"
                  "        \"category\": {\"text\": \"II\"},\n"
                  "        \"departments\": {\"text\": \"健) 保健所\", \"values\": [\"健) 保健所\"]}\n"
                  "      },\n"
                  "      \"source\": {\"line\": 4}\n"
                  "    }\n"
                  "  ],\n"
                  "  \"findings\": [],\n"
                  "  \"unplaced\": []\n"
                  "}\n");
}

TEST_F(Convert, SeveralInputsGiveALineEachInTheirOrderWhateverTheJobs) {
    for (int i = 0; i < 30; ++i) {
        folder_.write("in/" + std::to_string(100 + i) + ".txt", made_submission({i % 2 ? kVisits : kTraining}));
    }
    const ProgramRun one = run({"convert", "in", "--quiet", "--jobs", "1"});
    const ProgramRun four = run({"convert", "in", "--quiet", "-j", "4"});
    EXPECT_EQ(one.status, 0);
    EXPECT_EQ(one.errors, "");
    EXPECT_EQ(std::count(one.output.begin(), one.output.end(), '\n'), 30);
    EXPECT_EQ(one.output.rfind(kVisitsLine, 0), 0U);
    EXPECT_LT(one.output.find("\"100.txt\""), one.output.find("\"101.txt\""));
    EXPECT_TRUE(one.output == four.output);
}

TEST_F(Convert, TheStandardInputIsAnInput) {
    const ProgramRun result = run({"convert", "-", "-q", "--to", "csv"}, made_submission({kVisits}));
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.errors, "");
    EXPECT_NE(result.output.find("1-①-ア-1,1,子どもを見守る体制,①,ア,見守りを広げる。,"), std::string::npos)
        << result.output;
}

TEST_F(Convert, AFolderTakesAFileForEachInputThatCouldBeRead) {
    folder_.write("in/a.txt", made_submission({kVisits}));
    folder_.write("in/a.csv.txt", made_submission({kTraining}));
    folder_.write("in/b.png", "\x89PNG\r\n\x1A\n");
    const ProgramRun result = run({"convert", "in", "-o", "out/"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.errors,
              "エラー: b.png: "
              "画像ファイルです。文字としては読めません。元のExcelファイルか、文字の入ったPDFを受け取ってください。\n"
              "入力3件（うち読み取れないもの1件）、取組2件、指摘0件（要対応0・要確認0・参考0）。 出力: out/\n");
    EXPECT_EQ(folder_.names(), (std::vector<std::string>{"in", "in/a.csv.txt", "in/a.txt", "in/b.png", "out",
                                                         "out/a.csv.json", "out/a.json"}));
}

TEST_F(Convert, WithoutAnyResultNoFileIsMade) {
    folder_.write("b.png", "\x89PNG\r\n\x1A\n");
    const ProgramRun result = run({"convert", "b.png", "-o", "b.json"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.errors,
              "エラー: b.png: "
              "画像ファイルです。文字としては読めません。元のExcelファイルか、文字の入ったPDFを受け取ってください。\n"
              "入力1件（うち読み取れないもの1件）、取組0件、指摘0件（要対応0・要確認0・参考0）。\n");
    EXPECT_EQ(folder_.names(), (std::vector<std::string>{"b.png"}));
}

TEST_F(Convert, ADocumentThatConvertWroteIsAnInput) {
    folder_.write("a.txt", made_submission({kVisits, kTraining}));
    ASSERT_EQ(run({"convert", "a.txt", "-o", "a.json", "-q"}).status, 0);
    ASSERT_EQ(run({"convert", "a.json", "-o", "again.json", "-q"}).status, 0);
    EXPECT_TRUE(folder_.read("a.json") == folder_.read("again.json"));
    const ProgramRun tables = run({"convert", "a.json", "--to", "tables", "-q"});
    EXPECT_EQ(tables.status, 2);
    EXPECT_EQ(tables.errors,
              "エラー: a.json: 変換済みの JSON なので、元の表は入っていません。元のファイルを指定してください。\n");
}

TEST_F(Convert, TablesNeedNoForm) {
    folder_.write("a.txt", "名前\t数\nみかん\t3\n");
    const ProgramRun result = run({"convert", "a.txt", "--to", "tables", "--mappings", "/no/such/folder", "-q"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.errors, "");
    EXPECT_NE(result.output.find("\"schema\": \"torimatome-tables/1\""), std::string::npos);
    EXPECT_NE(result.output.find("\"みかん\""), std::string::npos);
}

TEST_F(Convert, AWorkbookNeedsAFile) {
    folder_.write("a.txt", made_submission({kVisits}));
    const ProgramRun refused = run({"convert", "a.txt", "--to", "xlsx"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.errors,
              "エラー: --to xlsx は標準出力には出力できません。-o にファイル（例: -o "
              "結果.xlsx）かフォルダーを指定してください。\n");
    EXPECT_EQ(run({"convert", "a.txt", "--to", "xlsx", "-o", "a.xlsx", "-q"}).status, 0);
    const ProgramRun back = run({"convert", "a.xlsx", "--to", "csv", "-q"});
    EXPECT_EQ(back.status, 0);
    EXPECT_NE(back.output.find("1-①-ア-1,1,子どもを見守る体制,①,ア,見守りを広げる。,"), std::string::npos)
        << back.output;
}

TEST_F(Convert, AFullDiskIsToldAndCosts1) {
    folder_.write("a.txt", made_submission({kVisits}));
    const ProgramRun result = run({"convert", "a.txt", "-o", "/dev/full", "-q"});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.errors,
              "エラー: /dev/full: 出力できません（No space left on device）。場所があるか、書く権限があるか、"
              "ディスクの空きがあるか、Excelなどで開いていないかを確かめてください。\n");
}

TEST_F(Convert, StrictAsksForAPerson) {
    // The second row has lost its category and departments.
    folder_.write("a.txt", made_submission({kVisits, "① イ 職員を育てる。\t○力が整っている。\t研修を3回実施した。"}));
    const ProgramRun plain = run({"convert", "a.txt", "-q", "-o", "a.json"});
    EXPECT_EQ(plain.status, 0);
    const ProgramRun strict = run({"convert", "a.txt", "-q", "-o", "a.json", "--strict"});
    EXPECT_EQ(strict.status, 3);
    EXPECT_EQ(strict.errors, "");
}

TEST_F(Convert, CheckListsFindingsByInput) {
    folder_.write("clean.txt", made_submission({kVisits}));
    folder_.write("empty.txt", "");
    const ProgramRun clean = run({"check", "clean.txt"});
    EXPECT_EQ(clean.status, 0);
    EXPECT_EQ(clean.output, "clean.txt: 指摘はありません。\n");
    EXPECT_EQ(clean.errors, "入力1件、取組1件、指摘0件（要対応0・要確認0・参考0）。\n");
    const ProgramRun broken = run({"check", "clean.txt", "empty.txt", "-q"});
    EXPECT_EQ(broken.status, 2);
    EXPECT_EQ(broken.output.rfind("clean.txt: 指摘はありません。\nempty.txt:\n  要対応: ", 0), 0U) << broken.output;
    EXPECT_EQ(broken.errors.rfind("エラー: empty.txt: ", 0), 0U) << broken.errors;
}

TEST_F(Convert, CheckEndsWith3WhereAPersonIsNeeded) {
    folder_.write("a.txt", made_submission({kVisits, "① イ 職員を育てる。\t○力が整っている。\t研修を3回実施した。"}));
    const ProgramRun result = run({"check", "a.txt", "-q"});
    EXPECT_EQ(result.status, 3);
    EXPECT_EQ(result.output.rfind("a.txt:\n  要", 0), 0U) << result.output;
    EXPECT_NE(result.output.find("5行目 [1-①-イ-1"), std::string::npos) << result.output;
}

}  // namespace
}  // namespace torimatome
