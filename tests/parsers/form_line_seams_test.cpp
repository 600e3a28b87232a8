#include <gtest/gtest.h>

#include "parsers/form/line_seams.hpp"

namespace torimatome::parsers {
namespace {

const LineSeams& seams() {
    static const LineSeams learnt({"・公園の遊具を毎年点検し、古いものから取り替えていく。",
                                   "公園の管理は、地域の団体と相談しながら進める。",
                                   "・遊具の点検の結果を、地域の団体に知らせる。"});
    return learnt;
}

TEST(LineSeams, HoldInAWordThatTheBreakCut) {
    EXPECT_GT(seams().fit("・公園の遊具を毎年点", "検し、古いものから"), 2);
    EXPECT_GT(seams().fit("地域の団体と相", "談しながら進める。"), 2);
}

TEST(LineSeams, DoNotHoldWhereAParticleHasNoWordBeforeIt) {
    EXPECT_LT(seams().fit("地域の団体と相談し、", "を毎年点検し"), -2);
    EXPECT_LT(seams().fit("公園の遊具を", "が進める。"), -2);
}

TEST(LineSeams, DoNotHoldAtAPieceOfAWordWhoseRestIsLost) {
    EXPECT_LT(seams().fit("公園の遊具を毎年点", "を、地域に知らせる。"), -1);
    EXPECT_LT(seams().fit("公園の管理は、シミュ", "に知らせる。"), -2);
}

TEST(LineSeams, SayNothingOfNothing) { EXPECT_EQ(seams().fit("", "公園"), 0); }

}  // namespace
}  // namespace torimatome::parsers
