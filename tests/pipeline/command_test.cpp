#include "pipeline/command.hpp"

#include <gtest/gtest.h>

#include "model/language.hpp"
#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

Command made_command() {
    return {.name = "read",
            .usage = "INPUT... [-o FILE]",
            .summary = {"読み取ります。", "Reads."},
            .details = {"入力はいくつでも。", "Any number of inputs."},
            .options = {{"output", 'o', "FILE", {"出力先", "where to write"}},
                        {"to", 't', "FORMAT", {"形", "what to make"}, {"json", "csv"}},
                        {"quiet", 'q', nullptr, {"表示しません", "no messages"}}},
            .example = "torimatome read a.xlsx"};
}

TEST(Command, ReadsOptionsWhereverTheyStand) {
    const Arguments arguments =
        parse_arguments(made_command(), {"a.xlsx", "-o", "-", "b.xlsx", "--to=csv", "-q", "-", "--", "-c.xlsx"});
    EXPECT_EQ(arguments.positional, (std::vector<std::string>{"a.xlsx", "b.xlsx", "-", "-c.xlsx"}));
    EXPECT_EQ(arguments.value("output"), "-");
    EXPECT_EQ(arguments.value("to", "json"), "csv");
    EXPECT_TRUE(arguments.has("quiet"));
}

TEST(Command, WhatIsNotGivenIsAbsent) {
    const Arguments arguments = parse_arguments(made_command(), {});
    EXPECT_EQ(arguments.positional, std::vector<std::string>{});
    EXPECT_EQ(arguments.value("output"), "");
    EXPECT_EQ(arguments.value("to", "json"), "json");
    EXPECT_FALSE(arguments.has("quiet"));
}

std::string mistake(const std::vector<std::string>& words) {
    return thrown_error([&] { parse_arguments(made_command(), words); });
}

TEST(Command, MistakesAreTold) {
    const std::string hint = "|`torimatome read --help` に使い方があります。";
    EXPECT_EQ(mistake({"--bogus"}), "usage||オプション --bogus はありません。" + hint);
    EXPECT_EQ(mistake({"-x"}), "usage||オプション -x はありません。" + hint);
    EXPECT_EQ(mistake({"--out", "a"}), "usage||オプション --out はありません。" + hint);
    EXPECT_EQ(mistake({"a", "-o"}), "usage||オプション --output に値がありません。" + hint);
    EXPECT_EQ(mistake({"--quiet=1"}), "usage||オプション --quiet に値は付けられません。" + hint);
    EXPECT_EQ(mistake({"-o", "a", "-o", "b"}), "usage||オプション --output は1回だけ指定できます。" + hint);
    EXPECT_EQ(mistake({"--to", "xml"}),
              "usage||オプション --to の「xml」は使えません。使えるのは json, csv です。" + hint);
}

TEST(Command, HelpIsInTheUsersLanguage) {
    EXPECT_EQ(help_text(made_command()),
              "torimatome read INPUT... [-o FILE]\n"
              "\n"
              "読み取ります。\n"
              "入力はいくつでも。\n"
              "\n"
              "オプション:\n"
              "  -o, --output FILE             出力先\n"
              "  -t, --to FORMAT               形\n"
              "  -q, --quiet                   表示しません\n"
              "\n"
              "例:\n"
              "  torimatome read a.xlsx\n");
    set_message_language(Language::english);
    const std::string english = help_text(made_command());
    set_message_language(Language::japanese);
    EXPECT_EQ(english,
              "torimatome read INPUT... [-o FILE]\n"
              "\n"
              "Reads.\n"
              "Any number of inputs.\n"
              "\n"
              "Options:\n"
              "  -o, --output FILE             where to write\n"
              "  -t, --to FORMAT               what to make\n"
              "  -q, --quiet                   no messages\n"
              "\n"
              "Example:\n"
              "  torimatome read a.xlsx\n");
}

}  // namespace
}  // namespace torimatome::pipeline
