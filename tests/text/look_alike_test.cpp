#include "text/look_alike.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<LookAlike> kPairs{{"发", "発", true},  {"长", "長", true},  {"工", "エ", false}, {"力", "カ", false},
                                    {"口", "ロ", false}, {"二", "ニ", false}, {"一", "ー", false}, {"エ", "工", false},
                                    {"カ", "力", false}, {"へ", "ヘ", false}, {"ヘ", "へ", false}};

TEST(FindLookAlikes, ReportsFormsOfOtherRegionsAnywhere) {
    EXPECT_THAT(find_look_alikes("通知を发出した副市长", kPairs),
                ElementsAre(LookAlikeFinding{9, "发", "発"}, LookAlikeFinding{27, "长", "長"}));
}

TEST(FindLookAlikes, ReportsIdeographsBetweenKatakana) {
    EXPECT_THAT(find_look_alikes("スクール力ウンセラー", kPairs), ElementsAre(LookAlikeFinding{12, "力", "カ"}));
    EXPECT_THAT(find_look_alikes("福祉コ一ス", kPairs), ElementsAre(LookAlikeFinding{9, "一", "ー"}));
    EXPECT_THAT(find_look_alikes("ネットワ一ク", kPairs), ElementsAre(LookAlikeFinding{12, "一", "ー"}));
    EXPECT_THAT(find_look_alikes("コミュ二ケ一ション", kPairs),
                ElementsAre(LookAlikeFinding{9, "二", "ニ"}, LookAlikeFinding{15, "一", "ー"}));
}

TEST(FindLookAlikes, LeavesIdeographsInTheirPlace) {
    for (const char* text : {"人工知能", "チーム力向上", "チーム力アップ", "サイト口コミ", "サービス一覧", "第一回",
                             "口頭", "二次スクリーニング", "工 各職場", "力量", "", "一"}) {
        EXPECT_THAT(find_look_alikes(text, kPairs), IsEmpty()) << text;
    }
}

TEST(FindLookAlikes, NeverDoubtsKatakanaBetweenIdeographs) {
    EXPECT_THAT(find_look_alikes("人エ知能、能カ向上", kPairs), IsEmpty());
}

TEST(FindLookAlikes, TellsTheParticleFromTheKatakana) {
    EXPECT_THAT(find_look_alikes("センターへアクセス、区への支援", kPairs), IsEmpty());
    EXPECT_THAT(find_look_alikes("リへーサル", {{"へ", "ヘ", false}}), ElementsAre(LookAlikeFinding{3, "へ", "ヘ"}));
    EXPECT_THAT(find_look_alikes("区ヘの支援", kPairs), ElementsAre(LookAlikeFinding{3, "ヘ", "へ"}));
    EXPECT_THAT(find_look_alikes("区ヘルパー", kPairs), IsEmpty());
}

TEST(FindLookAlikes, TakesLongerFormsAndPassesOverEmptyOnes) {
    EXPECT_THAT(find_look_alikes("セソタ一", {{"", "x", true}, {"x", "", true}, {"セソタ一", "センター", true}}),
                ElementsAre(LookAlikeFinding{0, "セソタ一", "センター"}));
}

}  // namespace
}  // namespace torimatome::text
