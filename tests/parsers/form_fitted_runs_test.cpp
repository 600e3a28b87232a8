#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/form/fitted_runs.hpp"

namespace torimatome::parsers {

void PrintTo(const TextRun& run, std::ostream* out) {
    *out << run.text << (run.bold ? " bold" : "") << (run.underline ? " underlined" : "");
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TextRun plain(const std::string& text) { return {text}; }
TextRun underlined(const std::string& text) {
    TextRun run{text};
    run.underline = true;
    return run;
}

const std::vector<TextRun> kRuns = {plain("① ア 窓口を"), underlined("新たに 開く"), plain("。")};

TEST(FittedRuns, TheWholeText) {
    EXPECT_THAT(fit_runs(kRuns, "① ア 窓口を新たに 開く。"),
                ElementsAre(plain("① ア 窓口を"), underlined("新たに 開く"), plain("。")));
}

TEST(FittedRuns, WhiteSpaceMayDiffer) {
    EXPECT_THAT(fit_runs(kRuns, "①ア\n窓口を新たに\n開く。"),
                ElementsAre(plain("①ア\n窓口を"), underlined("新たに\n開く"), plain("。")));
}

TEST(FittedRuns, APart) {
    EXPECT_THAT(fit_runs(kRuns, "窓口を新たに 開く。", 2),
                ElementsAre(plain("窓口を"), underlined("新たに 開く"), plain("。")));
    EXPECT_THAT(fit_runs(kRuns, "新たに 開く", 5), ElementsAre(underlined("新たに 開く")));
}

TEST(FittedRuns, PlainPartsHaveNone) {
    EXPECT_THAT(fit_runs(kRuns, "①", 0), IsEmpty());
    EXPECT_THAT(fit_runs({}, "窓口", 0), IsEmpty());
    EXPECT_THAT(fit_runs(kRuns, "", 0), IsEmpty());
}

TEST(FittedRuns, RunsOfSpacesOnlyAreNoStop) {
    EXPECT_THAT(fit_runs({plain("窓"), underlined("  "), plain("口")}, "窓口"), IsEmpty());
    EXPECT_THAT(fit_runs({underlined("窓"), plain(" "), underlined("口")}, "窓 口"), ElementsAre(underlined("窓 口")));
}

}  // namespace
}  // namespace torimatome::parsers
