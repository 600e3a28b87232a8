// Numbers and dates as Japanese Excel shows them: pairs of format, value and text.
#include <gmock/gmock.h>

#include "parsers/xlsx/decimal.hpp"
#include "parsers/xlsx/number_format.hpp"

namespace torimatome::parsers::xlsx {
namespace {

struct Pair {
    const char* format;
    const char* value;
    const char* shown;
};

std::string shown(const char* format, const char* value, bool date1904 = false) {
    return show_number(parse_number_format(format), value, date1904).text;
}

void expect_all(const std::vector<Pair>& pairs) {
    for (const Pair& pair : pairs) {
        EXPECT_EQ(shown(pair.format, pair.value), pair.shown) << pair.format << " of " << pair.value;
    }
}

TEST(NumberFormat, GeneralKeepsIntegersAndShowsElevenCharactersOfOthers) {
    expect_all({
        {"General", "0", "0"},
        {"General", "007", "7"},
        {"General", "-12", "-12"},
        {"General", "12345678901234567", "12345678901234567"},
        {"General", "0.30000000000000004", "0.3"},
        {"General", "0.86", "0.86"},
        {"General", "0.33333333333333331", "0.333333333"},
        {"General", "1234567.891234", "1234567.891"},
        {"General", "1234567890.55", "1234567891"},
        {"General", "1E5", "100000"},
        {"General", "1.5E-5", "0.000015"},
        {"General", "1.2345678E-5", "1.23457E-05"},
        {"General", "1.2345678E+20", "1.23457E+20"},
        {"General", "-0.5", "-0.5"},
        {"General", "1.0", "1"},
        {"G/標準", "12.5", "12.5"},
        {"General\"人\"", "466", "466人"},
        {"\"約\"General", "-3", "-約3"},
    });
}

TEST(NumberFormat, ShowsDigitsPercentAndThousands) {
    expect_all({
        {"0", "12.5", "13"},
        {"0", "-0.4", "-0"},
        {"0.00", "1.005", "1.01"},
        {"0.00", "0.125", "0.13"},
        {"0.0", "12", "12.0"},
        {"#.##", "0.5", ".5"},
        {"#,##0", "1234567", "1,234,567"},
        {"#,##0", "999", "999"},
        {"#,##0.0", "1234.56", "1,234.6"},
        {"0%", "0.86", "86%"},
        {"0.0%", "0.8649", "86.5%"},
        {"0%", "1", "100%"},
        {"#,##0,", "1234567", "1,235"},
        {"#,##0,\"千円\"", "1234567", "1,235千円"},
        {"0.0,,", "12345678", "12.3"},
        {"000", "7", "007"},
        {"000-0000", "1234567", "123-4567"},
        {"0000", "12345678901234567890", "12345678901234567890"},
        {"0\"人\"", "466", "466人"},
        {"\"第\"0\"回\"", "3", "第3回"},
        {"\\第0", "3", "第3"},
        {"0.00E+00", "12345", "1.23E+04"},
        {"##0.0E+0", "12345", "12.3E+3"},
        {"0.00E+00", "0.00012", "1.20E-04"},
        {"# ?/?", "1.5", "1 1/2"},
        {"# ?\?/?\?", "0.3125", "5/16"},
        {"?/2", "1.5", "3/2"},
        {"@", "12.50", "12.5"},
        {"#", "0", "0"},
    });
}

TEST(NumberFormat, ChoosesTheSection) {
    expect_all({
        {"0;\"▲\"0", "-5", "▲5"},
        {"0;\"▲\"0", "5", "5"},
        {"#,##0;[Red]-#,##0", "-1234", "-1,234"},
        {"#,##0_);(#,##0)", "-1234", "(1,234)"},
        {"#,##0_);(#,##0)", "1234", "1,234"},
        {"0;-0;\"なし\"", "0", "なし"},
        {"0;-0;\"なし\";@", "-2", "-2"},
        {"[=1]\"有\";[=0]\"無\";General", "1", "有"},
        {"[=1]\"有\";[=0]\"無\";General", "0", "無"},
        {"[=1]\"有\";[=0]\"無\";General", "7", "7"},
        {"[>=1000]#,##0,\"千\";0", "12345", "12千"},
        {"[>=1000]#,##0,\"千\";0", "12", "12"},
        {"[<0]\"△\"0;0", "-3", "△3"},
        {"[Color10]0;[赤]-0", "-3", "-3"},
        {"_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", "0", "-"},
        {"_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ", "1500", "¥1,500"},
        {"[$¥-411]#,##0", "1500", "¥1,500"},
    });
}

TEST(NumberFormat, ShowsEraDates) {
    expect_all({
        {"[$-411]ggge\"年\"m\"月\"d\"日\"", "44256", "令和3年3月1日"},
        {"[$-411]ggge\"年\"m\"月\"d\"日\";@", "44256", "令和3年3月1日"},
        {"[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\"", "43586", "令和元年5月1日"},
        {"[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@", "43585", "平成31年4月30日"},
        {"[$-411]ggge\"年\"m\"月\"d\"日\"", "43586", "令和1年5月1日"},
        {"[$-411]ge\\.m\\.d;@", "44256", "R3.3.1"},
        {"ge.m.d", "44256", "R3.3.1"},
        {"gge\"年\"", "44256", "令3年"},
        {"ggge\"年度\"", "44256", "令和3年度"},
        {"gggee\"年\"mm\"月\"dd\"日\"", "44256", "令和03年03月01日"},
        {"[$-411]ggge\"年\"", "32516", "平成1年"},
        {"[$-411]ggge\"年\"", "32515", "昭和64年"},
        {"[$-411]ggge\"年\"", "9856", "昭和1年"},
        {"[$-411]ggge\"年\"", "4595", "大正1年"},
        {"[$-411]ggge\"年\"", "2", "明治33年"},
        {"[DBNum1][$-411]ggge\"年\"m\"月\"d\"日\"", "44250", "令和三年二月二十三日"},
        {"[DBNum3][$-411]ggge\"年\"m\"月\"d\"日\"", "44250", "令和３年２月２３日"},
        {"r", "44256", "03"},
        {"rr", "44256", "令和03"},
        {"[$-804]e", "44256", "2021"},
    });
}

TEST(NumberFormat, ShowsDatesAndTimes) {
    expect_all({
        {"yyyy/m/d", "44256", "2021/3/1"},
        {"yyyy/mm/dd", "44256", "2021/03/01"},
        {"yyyy-mm-dd", "44256.75", "2021-03-01"},
        {"yyyy\"年\"m\"月\"d\"日\"", "44256", "2021年3月1日"},
        {"yyyy\"年\"m\"月\"d\"日\"(aaa)", "44256", "2021年3月1日(月)"},
        {"aaaa", "44256", "月曜日"},
        {"ddd", "44256", "Mon"},
        {"dddd", "44256", "Monday"},
        {"[$-411]dddd", "44256", "月曜日"},
        {"d-mmm-yy", "44256", "1-Mar-21"},
        {"mmmm", "44256", "March"},
        {"h:mm", "0.5", "12:00"},
        {"hh:mm", "0.25", "06:00"},
        {"h:mm:ss", "0.999999", "0:00:00"},
        {"yyyy/m/d h:mm:ss", "44255.999999", "2021/3/1 0:00:00"},
        {"h:mm AM/PM", "0.75", "6:00 PM"},
        {"h:mm AM/PM", "0", "12:00 AM"},
        {"h:mm A/P", "0.75", "6:00 P"},
        {"[$-411]AM/PM h:mm", "0.75", "午後 6:00"},
        {"h\"時\"mm\"分\"", "0.5625", "13時30分"},
        {"mm:ss.0", "0.0001", "00:08.6"},
        {"[h]:mm", "1.5", "36:00"},
        {"[h]:mm:ss", "1.5", "36:00:00"},
        {"[mm]:ss", "0.0625", "90:00"},
        {"m/d", "44256", "3/1"},
        {"mm", "44256", "03"},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "44256", "2021年3月1日"},
        {"yyyy/m/d", "60", "1900/2/29"},
        {"yyyy/m/d", "61", "1900/3/1"},
        {"yyyy/m/d", "1", "1900/1/1"},
        {"yyyy/m/d", "2958465", "9999/12/31"},
    });
}

TEST(NumberFormat, ShowsKanjiNumerals) {
    expect_all({
        {"[DBNum1]General", "1234", "千二百三十四"},
        {"[DBNum1]General", "10", "十"},
        {"[DBNum1]General", "20010", "二万十"},
        {"[DBNum1]0", "1203", "一二〇三"},
        {"[DBNum2]General", "21", "弐拾壱"},
        {"[DBNum3]0", "120", "１２０"},
        {"[DBNum3]#,##0", "1200", "１,２００"},
    });
}

TEST(NumberFormat, KnowsTheFormatsThatFilesNameByNumberOnly) {
    const std::vector<std::pair<int, const char*>> pairs{
        {14, "2021/3/1"},      {22, "2021/3/1 0:00"}, {27, "R3.3.1"},    {28, "令和3年3月1日"}, {29, "令和3年3月1日"},
        {30, "3/1/21"},        {31, "2021年3月1日"},  {32, "0時00分"},   {33, "0時00分00秒"},   {34, "2021年3月"},
        {35, "3月1日"},        {36, "R3.3.1"},        {50, "R3.3.1"},    {51, "令和3年3月1日"}, {52, "2021年3月"},
        {53, "3月1日"},        {54, "令和3年3月1日"}, {55, "2021年3月"}, {56, "3月1日"},        {57, "R3.3.1"},
        {58, "令和3年3月1日"}, {15, "1-Mar-21"},      {16, "1-Mar"},     {17, "Mar-21"},        {18, "12:00 AM"},
        {19, "12:00:00 AM"},   {20, "0:00"},          {21, "0:00:00"},   {45, "00:00"},         {46, "1062144:00:00"},
        {47, "00:00.0"},       {0, "44256"},          {1, "44256"},      {2, "44256.00"},       {3, "44,256"},
        {38, "44,256"},        {48, "44.3E+3"},       {49, "44256"},     {100, "44256"},
    };
    for (const auto& [id, text] : pairs) {
        EXPECT_EQ(shown(std::string(builtin_format_code(id)).c_str(), "44256"), text) << id;
    }
}

TEST(NumberFormat, CountsDaysFrom1904WhereTheWorkbookDoes) {
    EXPECT_EQ(shown("yyyy/m/d", "44256", true), "2025/3/2");
    EXPECT_EQ(shown("yyyy/m/d", "0", true), "1904/1/1");
}

TEST(NumberFormat, SaysWhatItHidesAndWhatItCannotShow) {
    const Shown hidden = show_number(parse_number_format(";;;"), "12", false);
    EXPECT_EQ(hidden.text, "12");
    EXPECT_TRUE(hidden.hidden);
    const Shown zero = show_number(parse_number_format("0;-0;"), "0", false);
    EXPECT_EQ(zero.text, "0");
    EXPECT_TRUE(zero.hidden);
    const Shown negative = show_number(parse_number_format("yyyy/m/d"), "-5", false);
    EXPECT_EQ(negative.text, "-5");
    EXPECT_TRUE(negative.unshowable);
    EXPECT_EQ(shown("0.0", "該当なし"), "該当なし");
}

TEST(NumberFormat, TellsTheDateBehindAFiscalYear) {
    EXPECT_EQ(show_number(parse_number_format("ggge\"年度\""), "44256", false).fiscal, (Date{2021, 3, 1}));
    EXPECT_EQ(show_number(parse_number_format("ggge\"年\""), "44256", false).fiscal, std::nullopt);
}

TEST(NumberFormat, FramesTexts) {
    const TextFrame plain = frame_of_text(parse_number_format("0.00"));
    EXPECT_EQ(plain.before + "|" + plain.after, "|");
    const TextFrame framed = frame_of_text(parse_number_format("\"第\"@\"号\""));
    EXPECT_EQ(framed.before + "|" + framed.after, "第|号");
    EXPECT_TRUE(frame_of_text(parse_number_format(";;;")).hidden);
    EXPECT_FALSE(frame_of_text(parse_number_format("0;;;@")).hidden);
}

TEST(NumberFormat, ReadsIsoDates) {
    EXPECT_EQ(serial_of_iso("2021-03-01"), 44256);
    EXPECT_EQ(serial_of_iso("1900-01-01"), 1);
    EXPECT_EQ(serial_of_iso("2021-03-01T12:00:00Z"), 44256.5);
    EXPECT_EQ(serial_of_iso("06:00:00"), 0.25);
    EXPECT_EQ(serial_of_iso("2021-13-01"), std::nullopt);
    EXPECT_EQ(serial_of_iso("令和3年"), std::nullopt);
}

TEST(Decimal, ReadsWhatIsWritten) {
    EXPECT_EQ(parse_decimal("-12.50"), (Decimal{true, "125", 2, false}));
    EXPECT_EQ(parse_decimal("1E-3"), (Decimal{false, "1", -2, false}));
    EXPECT_EQ(parse_decimal("0"), (Decimal{false, "", 0, true}));
    EXPECT_EQ(parse_decimal("99.9999999999999999"), (Decimal{false, "1", 3, false}));
    EXPECT_EQ(parse_decimal(""), std::nullopt);
    EXPECT_EQ(parse_decimal("12人"), std::nullopt);
    EXPECT_EQ(parse_decimal("1E999999999"), std::nullopt);
    EXPECT_EQ(integer_digits(rounded(*parse_decimal("999.5"), 0)), "1000");
}

}  // namespace
}  // namespace torimatome::parsers::xlsx
