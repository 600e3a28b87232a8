#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/form/page_lines.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

const PageLines& lines() {
    static const PageLines made(shipped_form("recommendation-progress"));
    return made;
}

LineKind kind(const std::string& line, bool in_box = false, const std::string& title = {}) {
    return lines().classify(line, in_box, title).kind;
}

const std::string kTitle = "点検報告書における提言を踏まえた令和3年度の取組結果と令和4年度の取組内容";

TEST(PageLines, Titles) {
    const PageLine title = lines().classify(kTitle, false, "");
    EXPECT_EQ(title.kind, LineKind::title);
    EXPECT_EQ(title.year, 2021);
    EXPECT_EQ(kind("点検報告書における提言を踏まえた　Ｒ３年度の取組結果と令和４年度の取組内容（案）"),
              LineKind::title);
}

TEST(PageLines, ATitleMisreadOnALaterPageIsTheTitleAgain) {
    const std::string misread = "点検報告書における提言を踏まえた令和3年度の実績結呆と令和4年度の取組内容";
    EXPECT_EQ(kind(misread), LineKind::unknown);
    EXPECT_EQ(kind(misread, false, kTitle), LineKind::title);
    EXPECT_EQ(kind("みなと市の催しのお知らせ", false, kTitle), LineKind::unknown);
}

TEST(PageLines, LabelLeadAndFurniture) {
    for (const char* line : {"資料1", "資料 1", "資料１", "資　料　１"}) EXPECT_EQ(kind(line), LineKind::label) << line;
    EXPECT_EQ(kind("点検報告書における提言"), LineKind::lead);
    for (const char* line : {"提言1", "提言 ３", "1/3", "１／３ページ", "- 12 -", "－ 12 －"}) {
        EXPECT_EQ(kind(line), LineKind::furniture) << line;
    }
}

TEST(PageLines, Sections) {
    for (const char* line :
         {"1 見守る体制の強化の必要性", "１　見守る体制の強化の必要性", "提言1 見守る体制の強化の必要性",
          "提言１：見守る体制の強化の必要性", "（1） 見守る体制の強化の必要性"}) {
        const PageLine section = lines().classify(line, false, "");
        EXPECT_EQ(section.kind, LineKind::section) << line;
        EXPECT_EQ(section.number, "1") << line;
        EXPECT_EQ(section.title, "見守る体制の強化の必要性") << line;
    }
    EXPECT_EQ(kind("10区の見守る体制"), LineKind::unknown);
}

TEST(PageLines, ItemsStandInABoxOnly) {
    for (const char* line :
         {"① 早期把握のあり方", "①早期把握のあり方", "- ① 早期把握のあり方", "* ① 早期把握のあり方"}) {
        const PageLine item = lines().classify(line, true, "");
        EXPECT_EQ(item.kind, LineKind::item) << line;
        EXPECT_EQ(item.mark, "①") << line;
        EXPECT_EQ(item.title, "早期把握のあり方") << line;
        EXPECT_EQ(kind(line), LineKind::unknown) << line;
    }
}

TEST(PageLines, LegendsWholeAndInParts) {
    for (const char* line :
         {"【取組区分】", "到達目標を踏まえた令和4年度以降の取組の方向性", "Ⅰ：新たな取組を実施していく項目",
          "III：現在の取組を継続する項目", "I：新たな取組を実施していく項目 II：現在の取組を拡充していく項目",
          "現在の取組を拡充していく項目"}) {
        EXPECT_EQ(kind(line), LineKind::legend) << line;
    }
    EXPECT_EQ(kind("取組"), LineKind::unknown);
    EXPECT_EQ(kind("※ 令和4年度の予算は議決後に確定する。"), LineKind::unknown);
}

TEST(PageLines, SectionsOfSheetNames) {
    EXPECT_EQ(lines().section_of_sheet("提言1"), "1");
    EXPECT_EQ(lines().section_of_sheet("提言　２"), "2");
    EXPECT_EQ(lines().section_of_sheet("記入例"), "");
    EXPECT_EQ(PageLines(shipped_form("chronology")).section_of_sheet("提言1"), "");
}

}  // namespace
}  // namespace torimatome::parsers
