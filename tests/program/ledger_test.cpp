// Nothing is lost: the characters of every sample and every seed add up.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "tests/program/run_program.hpp"

namespace torimatome {
namespace {

struct Account {
    std::string input;
    long total = 0;
    long parts = 0;
    long unplaced = 0;
};

// The inputs' accounts in the output of `check --ledger`.
std::vector<Account> accounts_in(const std::string& output) {
    static const std::regex line(
        "  文字数 ([0-9]+) = 取組 ([0-9]+) ＋ 見出し ([0-9]+) ＋ 定型 ([0-9]+) ＋ 未配置 ([0-9]+)（.*");
    std::vector<Account> accounts;
    std::string input;
    std::istringstream lines(output);
    for (std::string text; std::getline(lines, text);) {
        std::smatch match;
        if (std::regex_match(text, match, line)) {
            accounts.push_back({input, std::stol(match[1]),
                                std::stol(match[2]) + std::stol(match[3]) + std::stol(match[4]) + std::stol(match[5]),
                                std::stol(match[5])});
        } else if (!text.starts_with("  ")) {
            input = text;
        }
    }
    return accounts;
}

void expect_balance(const std::string& folder, std::size_t at_least) {
    const ProgramRun run = run_program({"check", "--ledger", "--quiet", folder});
    const std::vector<Account> accounts = accounts_in(run.output);
    EXPECT_GE(accounts.size(), at_least);
    for (const Account& account : accounts) {
        EXPECT_GT(account.total, 0) << account.input;
        EXPECT_EQ(account.total, account.parts) << account.input;
    }
    EXPECT_EQ(run.output.find("ledger.unbalanced"), std::string::npos);
}

TEST(Ledger, EverySampleAddsUp) {
    for (const char* year : {"令和3年度", "令和4年度"}) {
        expect_balance(std::string(TORIMATOME_SOURCE_DIR "/samples/") + year, 19);
    }
}

TEST(Ledger, EverySeedAddsUp) {
    const std::string seeds = TORIMATOME_SOURCE_DIR "/../shared/seeds";
    if (!std::filesystem::exists(seeds)) GTEST_SKIP() << "the seed documents are not beside this checkout";
    expect_balance(seeds, 4);
}

}  // namespace
}  // namespace torimatome
