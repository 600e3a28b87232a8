#include <gtest/gtest.h>

#include "parsers/form/date_cell.hpp"

namespace torimatome::parsers {
namespace {

TEST(DateCell, ASingleDay) {
    for (const char* text : {"令和3年4月1日", "R3.4.1", "2021-04-01", "令和3年4月1日（木）", "令和3年4月1日 (木)",
                             "令和3年4月1日（木曜日）", "令和3年4月1日（木・祝）"}) {
        const DateCell cell = read_date_cell(text);
        EXPECT_TRUE(cell.is_date) << text;
        EXPECT_EQ(cell.date, (Date{2021, 4, 1})) << text;
    }
}

TEST(DateCell, ATimeThatIsNoSingleDay) {
    for (const char* text :
         {"令和3年4月", "令和３年４月上旬", "令和3年4月～", "令和3年4月1日～5日", "令和3年4月1日・2日",
          "令和3年4月～令和4年3月", "5月10日", "5月10日（月）", "５月", "令和3年4月1日（延期）", "7/1", "７／１（木）",
          "同年8月", "翌年3月", "同月下旬", "同日", "同月5日"}) {
        const DateCell cell = read_date_cell(text);
        EXPECT_TRUE(cell.is_date) << text;
        EXPECT_FALSE(cell.date) << text;
    }
}

TEST(DateCell, ADayThatDoesNotExist) {
    for (const char* text : {"令和4年2月30日", "平成31年5月1日", "令和0年1月1日", "2023/2/29", "令和4年2月30日（水）",
                             "昭和64年1月8日", "R4.2.30", "2023-13-01"}) {
        const DateCell cell = read_date_cell(text);
        EXPECT_TRUE(cell.is_date) << text;
        EXPECT_TRUE(cell.impossible) << text;
        EXPECT_FALSE(cell.date) << text;
    }
}

TEST(DateCell, AnythingElse) {
    for (const char* text :
         {"", "会議を開催", "令和3年13月", "令和3年", "同年の会議で決めた。", "13/1", "1/2に減らす方針を決定した。",
          "5月の会議で方針を決めた。", "3", "5月10日に会議を開催し、関係する機関と今後の進め方を協議"}) {
        EXPECT_FALSE(read_date_cell(text).is_date) << text;
    }
}

}  // namespace
}  // namespace torimatome::parsers
