#include "text/year_scanner.hpp"

#include <gtest/gtest.h>

#include "text/code_points.hpp"

namespace torimatome::text {
namespace {

TEST(ScanNumber, ReadsDigitsOfAnyKind) {
    const struct {
        const char* text;
        int value;
        std::size_t end;
        int digits;
    } cases[] = {{"12区", 12, 2, 2}, {"１２区", 12, 6, 2}, {"1２", 12, 4, 2},  {"二十七年", 27, 9, 0},
                 {"十", 10, 3, 0},   {"二十", 20, 6, 0},   {"十二", 12, 6, 0}, {"二〇二一年", 2021, 12, 4},
                 {"三年", 3, 3, 1},  {"007", 7, 3, 3}};
    for (const auto& c : cases) {
        const std::optional<ScannedNumber> number = scan_number(c.text, 0);
        ASSERT_TRUE(number.has_value()) << c.text;
        EXPECT_EQ(number->value, c.value) << c.text;
        EXPECT_EQ(number->end, c.end) << c.text;
        EXPECT_EQ(number->digits, c.digits) << c.text;
    }
    for (const char* text : {"", "区", "元", "1234567890"}) EXPECT_FALSE(scan_number(text, 0).has_value()) << text;
}

TEST(MayStartYear, HoldsForEveryEraAndDigit) {
    for (const Era& era : kEras) {
        EXPECT_TRUE(may_start_year(code_point_at(era.name, 0).value)) << era.name;
        EXPECT_TRUE(may_start_year(era.letter)) << era.name;
        EXPECT_TRUE(may_start_year(era.letter - U'A' + U'a')) << era.name;
        EXPECT_TRUE(may_start_year(era.letter - U'A' + U'Ａ')) << era.name;
        EXPECT_TRUE(may_start_year(era.sign)) << era.name;
    }
    for (const char32_t c : std::u32string_view(U"0９二")) EXPECT_TRUE(may_start_year(c));
    for (const char32_t c : std::u32string_view(U"あーA区年。 ")) EXPECT_FALSE(may_start_year(c));
}

TEST(Eras, FollowOneAnother) {
    for (std::size_t i = 1; i < kEras.size(); ++i) {
        EXPECT_LT(kEras[i - 1].first, kEras[i].first);
        EXPECT_LE(kEras[i - 1].last, kEras[i].first);
    }
}

TEST(ScanYear, GoesNoFartherThanTheYear) {
    const std::string text = "令和３（2021）年度末";
    const std::optional<YearMention> mention = scan_year(text, 0);
    ASSERT_TRUE(mention.has_value());
    EXPECT_EQ(mention->year, 2021);
    EXPECT_TRUE(mention->year_sign);
    EXPECT_TRUE(mention->fiscal);
    EXPECT_EQ(text.substr(mention->end), "末");
}

TEST(ScanYear, LeavesABracketOfAnotherYearAlone) {
    const std::string text = "令和3（2022）年度";
    const std::optional<YearMention> mention = scan_year(text, 0);
    ASSERT_TRUE(mention.has_value());
    EXPECT_FALSE(mention->year_sign);
    EXPECT_EQ(text.substr(mention->end), "（2022）年度");
}

}  // namespace
}  // namespace torimatome::text
