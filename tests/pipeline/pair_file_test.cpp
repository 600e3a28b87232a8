#include "pipeline/comparison/pair_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/reader.hpp"
#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

using Kind = PairDecision::Kind;
using testing::ElementsAre;

std::vector<PairDecision> decisions(const std::string& csv) {
    return read_pair_decisions(parsers::read_tables({"組.csv", csv}, {}));
}

TEST(PairFileTest, TakesDecidedAndChangedRows) {
    const std::string csv =
        "旧年度,旧,新年度,新,判定,自動の組\n"
        "2021,1-①-ア-1,2022,1-①-ア-1,自動,1-①-ア-1 → 1-①-ア-1\n"
        "2021,1-①-ア-2,2022,1-①-ア-3,自動,1-①-ア-2 → 1-①-ア-2\n"
        "2021,1-①-ア-3,2022,,固定,1-①-ア-3 → \n"
        "2021,1-①-ア-4,2022,1-①-ア-4,禁止,1-①-ア-4 → 1-①-ア-4\n";
    EXPECT_THAT(decisions(csv), ElementsAre(PairDecision{Kind::pin, "2021", "2022", "1-①-ア-2", "1-①-ア-3", 3},
                                            PairDecision{Kind::pin, "2021", "2022", "1-①-ア-3", "", 4},
                                            PairDecision{Kind::forbid, "2021", "2022", "1-①-ア-4", "1-①-ア-4", 5}));
}

TEST(PairFileTest, TakesEnglishHeadingsToo) {
    EXPECT_THAT(decisions("old,new,decision\na,b,pin\n"), ElementsAre(PairDecision{Kind::pin, "", "", "a", "b", 2}));
}

TEST(PairFileTest, RefusesOtherWordsAndOtherTables) {
    EXPECT_EQ(thrown_error([] { decisions("旧,新,判定\na,b,たぶん\n"); }),
              "pairs.invalid|組.csv|判定の「たぶん」は使えません。|固定・禁止・自動のどれかを書いてください。");
    EXPECT_EQ(thrown_error([] { decisions("部署,連絡先\na,b\n"); }),
              "pairs.invalid|組.csv|「組.csv」に、「旧」と「新」の列がある対応表がありません。|compare "
              "が書き出した対応表（CSV かブック）を直して指定してください。");
}

}  // namespace
}  // namespace torimatome::pipeline
