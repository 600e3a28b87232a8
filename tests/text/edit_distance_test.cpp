#include "text/edit_distance.hpp"

#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

TEST(EditDistance, CountsCharacters) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("健康課", "健康課"), 0U);
    EXPECT_EQ(edit_distance("健康課", "健康"), 1U);
    EXPECT_EQ(edit_distance("健康課", "保健所"), 3U);
    EXPECT_EQ(edit_distance("学校教育部", "学校教育課"), 1U);
    EXPECT_EQ(edit_distance("", "健康課"), 3U);
}

TEST(CountCodePoints, CountsCharacters) { EXPECT_EQ(count_code_points("健康a𠮷"), 4U); }

TEST(WithoutSigns, KeepsLettersAndDigits) {
    EXPECT_EQ(without_signs("区)健康・子ども課."), "区健康子ども課");
    EXPECT_EQ(without_signs("センター 2"), "センター2");
}

}  // namespace
}  // namespace torimatome::text
