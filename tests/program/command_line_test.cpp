// The program's help, version, language, mistakes in the command line, and the command forms.
#include <gtest/gtest.h>

#include "tests/pipeline/temporary_folder.hpp"
#include "tests/program/made_submissions.hpp"
#include "tests/program/run_program.hpp"

namespace torimatome {
namespace {

TEST(CommandLine, TellsItsVersion) {
    const ProgramRun result = run_program({"--version"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "torimatome 0.1.0\n");
    EXPECT_EQ(result.errors, "");
}

TEST(CommandLine, HelpNamesEveryCommand) {
    const ProgramRun help = run_program({"--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_EQ(help.errors, "");
    for (const char* name : {"convert", "check", "consolidate", "forms"}) {
        EXPECT_NE(help.output.find("\n  " + std::string(name) + " "), std::string::npos) << name;
        const ProgramRun of_command = run_program({name, "--help"});
        EXPECT_EQ(of_command.status, 0);
        EXPECT_EQ(of_command.errors, "");
        EXPECT_EQ(of_command.output.rfind("torimatome " + std::string(name) + " ", 0), 0U);
        EXPECT_NE(of_command.output.find("\n例:\n  torimatome "), std::string::npos);
        const ProgramRun english = run_program({name, "--help", "--lang", "en"});
        EXPECT_EQ(english.status, 0);
        EXPECT_NE(english.output.find("\nExample:\n  torimatome "), std::string::npos);
    }
}

TEST(CommandLine, WithoutWordsTheHelpComesAsAnError) {
    const ProgramRun help = run_program({"--help"});
    const ProgramRun result = run_program({});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.errors, help.output);
}

TEST(CommandLine, TheLanguageComesFromTheOptionOrTheEnvironment) {
    const std::string japanese =
        "エラー: コマンド「frob」はありません。`torimatome --help` に、使えるコマンドの一覧があります。\n";
    const std::string english =
        "error: There is no command \"frob\". `torimatome --help` lists the commands that there are.\n";
    EXPECT_EQ(run_program({"frob"}).errors, japanese);
    EXPECT_EQ(run_program({"frob", "--lang", "en"}).errors, english);
    EXPECT_EQ(run_program({"--lang=en", "frob"}).errors, english);
    EXPECT_EQ(run_program({"frob"}, {"", "", {{"LC_ALL", "en_US.UTF-8"}}}).errors, english);
    EXPECT_EQ(run_program({"frob"}, {"", "", {{"LC_ALL", ""}, {"LANG", "en_GB.UTF-8"}}}).errors, english);
    EXPECT_EQ(run_program({"frob"}, {"", "", {{"LC_ALL", "C"}}}).errors, japanese);
    EXPECT_EQ(run_program({"frob", "--lang", "ja"}, {"", "", {{"LC_ALL", "en_US.UTF-8"}}}).errors, japanese);
}

TEST(CommandLine, MistakesCost1AndSayWhatToDo) {
    const std::string convert_help = "`torimatome convert --help` に使い方があります。\n";
    const auto errors = [](const std::vector<std::string>& words) {
        const ProgramRun result = run_program(words);
        EXPECT_EQ(result.status, 1);
        EXPECT_EQ(result.output, "");
        return result.errors;
    };
    EXPECT_EQ(errors({"inspect", "a"}),
              "エラー: コマンド「inspect」は、この版にはまだありません。`torimatome --help` "
              "に、使えるコマンドの一覧があります。\n");
    EXPECT_EQ(errors({"convert", "--bogus"}), "エラー: オプション --bogus はありません。" + convert_help);
    EXPECT_EQ(errors({"convert"}), "エラー: 入力を指定してください（ファイル、フォルダー、または標準入力の -）。\n");
    EXPECT_EQ(errors({"convert", "none.xlsx"}),
              "エラー: 入力「none.xlsx」がありません。名前と場所を確かめてください。\n");
    EXPECT_EQ(errors({"convert", "none.xlsx", "--jobs", "many"}),
              "エラー: --jobs は1から256までの数です（「many」）。\n");
    EXPECT_EQ(
        errors({"convert", "/dev/null", "--form", "none"}).rfind("エラー: 様式「none」はありません。使えるのは ", 0),
        0U);
    EXPECT_EQ(errors({"convert", "/dev/null", "--mappings", "/no/such"}),
              "エラー: 様式の定義のフォルダ「/no/such」がないか、XMLがありません。--mappings で指定してください。\n");
    EXPECT_EQ(errors({"consolidate", "/dev/null"}),
              "エラー: -o に、出力するブックのファイル名を指定してください（例: -o 取りまとめ.xlsx）。\n");
    EXPECT_EQ(errors({"forms", "draw"}),
              "エラー: forms の後には list、show ID、check FILE のどれかを書きます。"
              "`torimatome forms --help` に使い方があります。\n");
}

TEST(CommandLine, FormsListsShowsAndChecks) {
    const ProgramRun list = run_program({"forms"});
    EXPECT_EQ(list.status, 0);
    EXPECT_NE(list.output.find("recommendation-progress\t資料1\t提言ごとの取組結果と取組内容\n"), std::string::npos);
    EXPECT_EQ(run_program({"forms", "list"}).output, list.output);
    const ProgramRun show = run_program({"forms", "show", "recommendation-progress"});
    EXPECT_EQ(show.status, 0);
    EXPECT_EQ(show.output.rfind("recommendation-progress  資料1  提言ごとの取組結果と取組内容\n題名:\n", 0), 0U);
    const ProgramRun check =
        run_program({"forms", "check", TORIMATOME_SOURCE_DIR "/mappings/recommendation-progress.xml"});
    EXPECT_EQ(check.status, 0);
    EXPECT_EQ(check.output, "OK\n");
    EXPECT_EQ(check.errors, "");
}

TEST(CommandLine, FormsCheckNamesThePlaceOfAMistake) {
    const TemporaryFolder folder;
    folder.write("m.xml", "<form id=\"x\" name=\"y\">\n  <colour/>\n</form>\n");
    const ProgramRun result = run_program({"forms", "check", "m.xml"}, {folder.path().string(), "", {}});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.errors.rfind("m.xml:2:", 0), 0U) << result.errors;
    const ProgramRun missing = run_program({"forms", "check", "none.xml"}, {folder.path().string(), "", {}});
    EXPECT_EQ(missing.status, 1);
    EXPECT_EQ(missing.errors,
              "エラー: none.xml: ファイルを開けません（No such file or directory）。"
              "ファイルがあるか、読む権限があるかを確かめてください。\n");
}

}  // namespace
}  // namespace torimatome
