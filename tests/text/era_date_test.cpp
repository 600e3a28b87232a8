#include "text/era_date.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string read(std::string_view text) {
    const std::optional<Date> date = parse_date(text);
    return date ? iso_date(*date) : "none";
}

TEST(ParseDate, ReadsEveryUsualNotation) {
    for (const char* text :
         {"令和3年4月1日", "令和３年４月１日", "R3.4.1", "Ｒ３／４／１", "r3-4-1", "㋿3年4月1日",
          "令和三年四月一日", "令和3.4.1", "2021年4月1日", "2021年04月01日", "2021-04-01", "2021/4/1",
          "２０２１．４．１", "二〇二一年四月一日", " 令和 3 年 4 月 1 日　", "2021−4−1"}) {
        EXPECT_EQ(read(text), "2021-04-01") << text;
    }
    EXPECT_EQ(read("昭和六十三年十二月三十一日"), "1988-12-31");
    EXPECT_EQ(read("平成二十七年十月十日"), "2015-10-10");
}

TEST(ParseDate, TakesTheFirstYearForOne) {
    for (const char* text :
         {"令和元年6月5日", "令和1年6月5日", "R1.6.5", "Ｒ１．６．５", "㋿元年6月5日", "R元.6.5"}) {
        EXPECT_EQ(read(text), "2019-06-05") << text;
    }
}

TEST(ParseDate, CountsFirstAndLastDaysAsInside) {
    EXPECT_EQ(read("平成31年4月30日"), "2019-04-30");
    EXPECT_EQ(read("令和元年5月1日"), "2019-05-01");
    EXPECT_EQ(read("昭和64年1月7日"), "1989-01-07");
    EXPECT_EQ(read("平成元年1月8日"), "1989-01-08");
    EXPECT_EQ(read("大正15年12月25日"), "1926-12-25");
    EXPECT_EQ(read("昭和元年12月25日"), "1926-12-25");
    EXPECT_EQ(read("明治45年7月30日"), "1912-07-30");
    EXPECT_EQ(read("大正元年7月30日"), "1912-07-30");
}

TEST(ParseDate, RefusesWhatLiesOutsideItsEra) {
    for (const char* text : {"平成31年5月1日", "令和元年4月30日", "昭和64年1月8日", "平成元年1月7日",
                             "大正15年12月26日", "明治45年7月31日", "H32.4.1"}) {
        EXPECT_EQ(read(text), "none") << text;
    }
}

TEST(ParseDate, RefusesDaysThatDoNotExist) {
    for (const char* text : {"令和0年1月1日", "令和6年2月30日", "令和5年2月29日", "2021/13/1", "2021/0/1", "2021/4/31",
                             "2021/4/0", "1900年2月29日"}) {
        EXPECT_EQ(read(text), "none") << text;
    }
    EXPECT_EQ(read("令和6年2月29日"), "2024-02-29");
    EXPECT_EQ(read("2000/2/29"), "2000-02-29");
}

TEST(ParseDate, RefusesAnythingElse) {
    for (const char* text :
         {"", "　", "令和3年", "令和3年4月", "4月1日", "10/2", "令和3年4月1日から", "第3回 令和3年4月1日", "2021/4-1",
          "2021年4/1", "21/4/1", "20210401", "令和3年4月1日（木）", "AR3.4.1", "令和100年1月1日", "年月日"}) {
        EXPECT_EQ(read(text), "none") << text;
    }
}

TEST(ParseFiscalYear, ReadsYearsNamedAsFiscal) {
    const struct {
        const char* text;
        int year;
    } cases[] = {{"令和3年度", 2021},         {"R3年度", 2021},         {"Ｒ３年度", 2021},
                 {"2021年度", 2021},          {"２０２１年度", 2021},   {"平成31年度", 2019},
                 {"令和元年度", 2019},        {"H31年度", 2019},        {"R1年度", 2019},
                 {"平成30年度", 2018},        {"昭和63年度", 1988},     {"令和三年度", 2021},
                 {"令和3（2021）年度", 2021}, {" 令和 ３ 年度 ", 2021}, {"令和十年度", 2028}};
    for (const auto& c : cases) EXPECT_EQ(parse_fiscal_year(c.text), c.year) << c.text;
}

TEST(ParseFiscalYear, RefusesAnythingElse) {
    for (const char* text : {"", "令和3年", "R3", "2021", "3年度", "令和0年度", "平成32年度", "昭和64年度", "21年度",
                             "令和3年度末", "同年度", "令和3（2022）年度", "12021年度"}) {
        EXPECT_EQ(parse_fiscal_year(text), std::nullopt) << text;
    }
}

TEST(FindFiscalYears, GivesEachWithItsPlace) {
    EXPECT_THAT(
        find_fiscal_years("令和3年度の取組とR4年度の予定（2023年度以降）"),
        ElementsAre(FiscalYearMention{2021, 0, 13}, FiscalYearMention{2022, 25, 33}, FiscalYearMention{2023, 45, 55}));
}

TEST(FindFiscalYears, PassesOverWhatNamesNone) {
    EXPECT_THAT(find_fiscal_years("令和元年６月の事案、同年度、翌年度、3か年、１０月以降"), IsEmpty());
    EXPECT_THAT(find_fiscal_years("平成32年度の目標"), IsEmpty());
    EXPECT_THAT(find_fiscal_years(""), IsEmpty());
}

TEST(FiscalYearText, WritesTheEraThatTheYearEndedIn) {
    EXPECT_EQ(fiscal_year_text(2021), "令和3年度");
    EXPECT_EQ(fiscal_year_text(2019), "令和元年度");
    EXPECT_EQ(fiscal_year_text(2018), "平成30年度");
    EXPECT_EQ(fiscal_year_text(1989), "平成元年度");
    EXPECT_EQ(fiscal_year_text(1988), "昭和63年度");
    EXPECT_EQ(fiscal_year_text(1800), "1800年度");
}

TEST(FiscalYearText, IsReadBack) {
    for (int year = 1868; year < 2060; ++year) EXPECT_EQ(parse_fiscal_year(fiscal_year_text(year)), year);
}

TEST(FiscalYearOf, StartsInApril) {
    EXPECT_EQ(fiscal_year_of({2021, 3, 31}), 2020);
    EXPECT_EQ(fiscal_year_of({2021, 4, 1}), 2021);
    EXPECT_EQ(fiscal_year_of({2021, 3, 31}, 1), 2021);
}

TEST(IsoDate, FillsWithZeros) { EXPECT_EQ(iso_date({2021, 4, 1}), "2021-04-01"); }

}  // namespace
}  // namespace torimatome::text
