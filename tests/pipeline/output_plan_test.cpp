#include "pipeline/output_plan.hpp"

#include <gtest/gtest.h>

#include "tests/pipeline/temporary_folder.hpp"
#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

std::vector<InputFile> inputs_named(const std::vector<std::string>& paths) {
    std::vector<InputFile> inputs;
    for (const std::string& path : paths) inputs.push_back({path, std::filesystem::path(path).filename(), nullptr});
    return inputs;
}

TEST(OutputPlan, WithoutAnArgumentAndForADashIsTheStandardOutput) {
    const OutputPlan standard_output;
    EXPECT_EQ(plan_outputs("", inputs_named({"a.xlsx"}), ".json", true), standard_output);
    EXPECT_EQ(plan_outputs("-", inputs_named({"a.xlsx", "b.xlsx"}), ".json", true), standard_output);
}

TEST(OutputPlan, AFileTakesOneInput) {
    OutputPlan plan;
    plan.single = "結果.csv";
    EXPECT_EQ(plan_outputs("結果.csv", inputs_named({"a.xlsx"}), ".csv", false), plan);
}

TEST(OutputPlan, AnNdjsonFileTakesSeveral) {
    OutputPlan plan;
    plan.single = "結果.ndjson";
    EXPECT_EQ(plan_outputs("結果.ndjson", inputs_named({"a.xlsx", "b.xlsx"}), ".json", true), plan);
}

TEST(OutputPlan, AFolderTakesAFileEachAndClashesGetANumber) {
    OutputPlan plan;
    plan.one_file_each = true;
    plan.folder = "結果/";
    plan.files = {"結果/回答.json", "結果/回答-2.json", "結果/別紙.v2.json", "結果/回答-3.json"};
    EXPECT_EQ(plan_outputs("結果/", inputs_named({"a/回答.xlsx", "a/回答.txt", "別紙.v2.xlsx", "b/回答.xlsx"}), ".json",
                           true),
              plan);
}

TEST(OutputPlan, AnExistingFolderNeedsNoSlash) {
    const TemporaryFolder folder;
    const std::string name = folder.path().string();
    OutputPlan plan;
    plan.one_file_each = true;
    plan.folder = name;
    plan.files = {name + "/stdin.csv"};
    EXPECT_EQ(plan_outputs(name, {{{}, "stdin", nullptr}}, ".csv", false), plan);
}

TEST(OutputPlan, SeveralInputsAndOneFileAreRefused) {
    const auto inputs = inputs_named({"a.xlsx", "b.xlsx"});
    EXPECT_EQ(thrown_error([&] { plan_outputs("結果.json", inputs, ".json", true); }),
              "usage||入力がいくつもあるので、1つのファイルには出力できません。|"
              "-o にフォルダー（例: -o 結果/）か .ndjson のファイルを指定してください。");
    EXPECT_EQ(thrown_error([&] { plan_outputs("結果.csv", inputs, ".csv", false); }),
              "usage||入力がいくつもあるので、1つのファイルには出力できません。|"
              "-o にフォルダー（例: -o 結果/）を指定してください。");
    EXPECT_EQ(thrown_error([&] { plan_outputs("-", inputs, ".csv", false); }),
              "usage||入力がいくつもあるので、1つのファイルには出力できません。|"
              "-o にフォルダー（例: -o 結果/）を指定してください。");
}

TEST(OutputPlan, AnInputIsNeverOverwritten) {
    const TemporaryFolder folder;
    const std::string json = folder.write("a.json");
    EXPECT_EQ(thrown_error([&] { plan_outputs(folder.path().string(), inputs_named({json}), ".json", true); }),
              "usage||出力「" + json + "」が入力「a.json」を上書きしてしまいます。|-o で別の場所を指定してください。");
    EXPECT_EQ(thrown_error([&] { plan_outputs(json, inputs_named({json}), ".json", true); }),
              "usage||出力「" + json + "」が入力「a.json」を上書きしてしまいます。|-o で別の場所を指定してください。");
}

}  // namespace
}  // namespace torimatome::pipeline
