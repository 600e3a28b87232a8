#include "pipeline/command_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "model/language.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/report.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

namespace {

Command later_command(const char* name, Text summary) {
    Command command;
    command.name = name;
    command.summary = summary;
    return command;
}

// Known before the words are parsed, because mistakes in them are told in it too.
Language language_for(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (words[i] == "--lang=en") return Language::english;
        if (words[i] == "--lang=ja") return Language::japanese;
        if (words[i] == "--lang" && i + 1 < words.size()) {
            return words[i + 1] == "en" ? Language::english : Language::japanese;
        }
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value && *value) return std::string_view(value).starts_with("en") ? Language::english : Language::japanese;
    }
    return Language::japanese;
}

// `torimatome --lang en --help` is understood too.
std::vector<std::string> without_leading_language(std::vector<std::string> words) {
    if (words.size() >= 2 && words[0] == "--lang") words.erase(words.begin(), words.begin() + 2);
    if (!words.empty() && words[0].starts_with("--lang=")) words.erase(words.begin());
    return words;
}

std::string program_help() {
    std::string help = tell(
        "torimatome: 各部署が提出・公表した表（Excel など）を読み取り、1つに取りまとめます。\n\n使い方: torimatome "
        "コマンド [オプション] 入力...\n\nコマンド:\n",
        "torimatome: reads the tables that departments submit and publish, and consolidates them.\n\nUsage: "
        "torimatome COMMAND [options] INPUT...\n\nCommands:\n");
    for (const Command& command : commands()) {
        if (command.run) help += fmt::format("  {:<13}{}\n", command.name, command.summary.in_user_language());
    }
    help += tell("\n今後の版で加わるコマンド:\n", "\nCommands of later versions:\n");
    for (const Command& command : commands()) {
        if (!command.run) help += fmt::format("  {:<13}{}\n", command.name, command.summary.in_user_language());
    }
    return help +
           tell(
               "\n`torimatome コマンド --help` で、コマンドごとの説明を表示します。`torimatome --version` "
               "で、版を表示します。\n"
               "\n終了コード: 0 完了  1 指定か様式の定義の誤り  2 読み取れない入力がある  3 "
               "人の確認が要る指摘がある（check と --strict）\n"
               "出力に入る日付は、環境変数 SOURCE_DATE_EPOCH、なければ入力ファイルの中の最も新しい日付、それもなければ "
               "2000年1月1日です。\n",
               "\n`torimatome COMMAND --help` tells more about a command, `torimatome --version` the version.\n"
               "\nExit status: 0 done, 1 usage or mapping error, 2 some input could not be read, 3 findings need a "
               "person (check and --strict).\n"
               "Outputs are dated by SOURCE_DATE_EPOCH, else by the newest date inside the inputs, else 2000-01-01.\n");
}

const Command& find_command(const std::string& name) {
    const auto found = std::find_if(commands().begin(), commands().end(),
                                    [&](const Command& command) { return command.name == name; });
    const std::string hint = tell("`torimatome --help` に、使えるコマンドの一覧があります。",
                                  "`torimatome --help` lists the commands that there are.");
    if (found == commands().end()) {
        throw usage_error(tell(fmt::format("コマンド「{}」はありません。", display_text(name)),
                               fmt::format("There is no command \"{}\".", display_text(name))),
                          hint);
    }
    if (!found->run) {
        throw usage_error(tell(fmt::format("コマンド「{}」は、この版にはまだありません。", name),
                               fmt::format("The command \"{}\" is not in this version.", name)),
                          hint);
    }
    return *found;
}

ExitStatus run_command(const std::vector<std::string>& words) {
    const Command& command = find_command(words[0]);
    const Arguments arguments = parse_arguments(command, {words.begin() + 1, words.end()});
    if (arguments.has("help")) {
        std::cout << help_text(command);
        return ExitStatus::done;
    }
    return command.run(arguments);
}

ExitStatus run(const std::vector<std::string>& words) {
    if (words.empty()) {
        std::cerr << program_help();
        return ExitStatus::usage;
    }
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        std::cout << program_help();
        return ExitStatus::done;
    }
    if (words[0] == "--version") {
        std::cout << "torimatome " TORIMATOME_VERSION "\n";
        return ExitStatus::done;
    }
    return run_command(words);
}

}  // namespace

const std::vector<Command>& commands() {
    static const std::vector<Command> table = {
        convert_command(),
        check_command(),
        consolidate_command(),
        forms_command(),
        compare_command(),
        distribute_command(),
        committee_command(),
        later_command("inspect", {"ページと読み取りの結果を並べて表示します。", "Shows a page beside what was read."}),
    };
    return table;
}

int run_command_line(const std::vector<std::string>& words) {
    set_message_language(language_for(words));
    try {
        return static_cast<int>(run(without_leading_language(words)));
    } catch (const Error& error) {
        std::cout.flush();
        std::cerr << error_line(error.finding()) + "\n";
        if (error.finding().code == "consolidation.nothing-read") return static_cast<int>(ExitStatus::unreadable_input);
    } catch (const std::exception& exception) {
        std::cerr << tell("エラー: ", "error: ") + on_one_line(exception.what()) + "\n";
    }
    return static_cast<int>(ExitStatus::usage);
}

}  // namespace torimatome::pipeline
