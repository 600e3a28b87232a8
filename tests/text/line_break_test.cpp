#include "text/line_break.hpp"

#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

struct Pair {
    const char* text;
    const char* expected;
};

TEST(UndoLineBreaks, JoinsLinesThatTheWidthCut) {
    const Pair pairs[] = {
        {"ア 区を単位と\nした相談体\n制のあり方\nについて", "ア 区を単位とした相談体制のあり方について"},
        {"育成ビジ\nョン", "育成ビジョン"},
        {"支援を \n する", "支援をする"},
        {"一行目\r\n二行目\r三行目", "一行目二行目三行目"},
        {"一行目\n\n\n二行目", "一行目二行目"},
        {"\n 一行 \n", "一行"},
        {"", ""},
        {"\n\n", ""},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(undo_line_breaks(pair.text), pair.expected) << pair.text;
}

TEST(UndoLineBreaks, PutsASpaceOnlyBetweenLatinWords) {
    const Pair pairs[] = {
        {"on the job\ntraining", "on the job training"},
        {"研修（OJT\nand Off-JT）", "研修（OJT and Off-JT）"},
        {"OJT\nに", "OJTに"},
        {"令和\n3年", "令和3年"},
        {"Off-\nJT", "Off-JT"},
        {"end.\nNext", "end. Next"},
        {"OJT\n(研修)", "OJT(研修)"},
        {"1,\n170人", "1,170人"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(undo_line_breaks(pair.text), pair.expected) << pair.text;
}

TEST(UndoLineBreaks, KeepsBreaksThatTheAuthorMeant) {
    const Pair pairs[] = {
        {"・研修を\n行う。\n・見守りを\n行う。", "・研修を行う。\n・見守りを行う。"},
        {"○目標一。\n○目標二。", "○目標一。\n○目標二。"},
        {"【内容】\n・休日\n【効果】\nあった", "【内容】\n・休日\n【効果】あった"},
        {"開催\n※以後、年2回", "開催\n※以後、年2回"},
        {"研修の実施\n① 新任\n② 中堅", "研修の実施\n① 新任\n② 中堅"},
        {"次のとおり\nア 研修\nイ 見守り", "次のとおり\nア 研修\nイ 見守り"},
        {"行う。\n(1)研修\n(2)見守り", "行う。\n(1)研修\n(2)見守り"},
        {"①研修\nの実施\n②見守り\n③相談", "①研修の実施\n②見守り\n③相談"},
        {"方針\n1. 研修\n2. 見守り", "方針\n1. 研修\n2. 見守り"},
        {"行った。\n　また、配置した。", "行った。\nまた、配置した。"},
        {"行った。\n1 人ずつ", "行った。\n1 人ずつ"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(undo_line_breaks(pair.text), pair.expected) << pair.text;
}

TEST(UndoLineBreaks, KeepsNoBreakThatOnlyLooksMeant) {
    const Pair pairs[] = {
        {"行った。\nまた、配置した。", "行った。また、配置した。"},  // not indented
        {"研修を\n　行った", "研修を行った"},                        // indented, but within a sentence
        {"各区\n10 区で", "各区10 区で"},                            // a stray space behind a number
        {"改善した。\n【再掲】", "改善した。【再掲】"},              // a tag, no heading
        {"研修\n○○課", "研修○○課"},                                  // a name to fill in
        {"は\n①を", "は①を"},                                        // a reference within a sentence
        {"前年比\n－5%", "前年比－5%"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(undo_line_breaks(pair.text), pair.expected) << pair.text;
}

TEST(UndoLineBreaks, KeepsSpacesAsWrittenButOneOfARun) {
    const Pair pairs[] = {
        {"10 区で OJT に DV 事例", "10 区で OJT に DV 事例"},
        {"保) 保健所   区) 保健福祉部", "保) 保健所 区) 保健福祉部"},
        {"方針　について", "方針　について"},
        {"方針　　について\t等", "方針 について 等"},
        {"家 庭", "家 庭"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(undo_line_breaks(pair.text), pair.expected) << pair.text;
}

TEST(UndoLineBreaks, ClosesJustifiedText) {
    const Pair pairs[] = {
        {"育 成 体 系", "育成体系"},
        {"取　組　内　容", "取組内容"},
        {"育 成 体 系 （ 案 ）\nの 検 討 、 整 備", "育成体系（案）の検討、整備"},
        {"ウ  育 成 体 系", "ウ 育成体系"},
        {"ウ 育 成 体 系", "ウ 育成体系"},
        {"ア セ ス メ ン ト", "アセスメント"},
        {"担 保 し 、", "担保し、"},
        {"日 付", "日 付"},  // two characters may be two words
        {"a b c d", "a b c d"},
        {"1 2 3 4", "1 2 3 4"},
        {"○ ○ ○ ×", "○ ○ ○ ×"},
        {"北区 南区 西区 東区", "北区 南区 西区 東区"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(undo_line_breaks(pair.text), pair.expected) << pair.text;
}

TEST(UndoLineBreaks, ChangesNothingTheSecondTime) {
    for (const char* text : {"・研修を\n行う。\n① 見守り", "育 成 体 系", "【内容】 ・休日\nOJT\nand"}) {
        const std::string once = undo_line_breaks(text);
        EXPECT_EQ(undo_line_breaks(once), once);
    }
}

TEST(KeepLineBreaks, TakesAwayOnlyWhatNobodySees) {
    const Pair pairs[] = {
        {"一行目\r\n二行目\r三行目\n", "一行目\n二行目\n三行目"},
        {"\n\n　一行目  \n\n 二行目　\n \n", "　一行目\n\n 二行目"},
        {"研修を\n行う", "研修を\n行う"},
        {" \n　", ""},
        {"", ""},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(keep_line_breaks(pair.text), pair.expected) << pair.text;
}

TEST(BreakBeforeBullets, StartsALineForEachBullet) {
    const Pair pairs[] = {
        {"・研修 ・見守り", "・研修\n・見守り"},
        {"【内容】 ・休日や夜間", "【内容】\n・休日や夜間"},
        {"【内容】・休日や夜間", "【内容】\n・休日や夜間"},
        {"○目標一。 ○目標二。○目標三。", "○目標一。\n○目標二。\n○目標三。"},
        {"開催した。【成果】増えた", "開催した。\n【成果】増えた"},
        {"本部会議を開催 ※以後、年2回", "本部会議を開催\n※以後、年2回"},
        {"研修（新任）●見守り", "研修（新任）\n●見守り"},
        {"・研修（新任）・見守り", "・研修（新任）\n・見守り"},
        {"行う（継続する。）・見守り", "行う（継続する。）\n・見守り"},
        {"次のとおり：・研修", "次のとおり：\n・研修"},
        {"一\n・研修　・見守り", "一\n・研修\n・見守り"},
        {"• a • b", "• a\n• b"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(break_before_bullets(pair.text), pair.expected) << pair.text;
}

TEST(BreakBeforeBullets, LeavesWordsAndTagsWhole) {
    for (const char* text : {"子ども・子育て支援", "保育所等の・研修", "「研修」・「見守り」",
                             "子ども局（仮称）・保健局", "改善した。【再掲】", "改善した。 【再掲】", "○○課と ○○課",
                             "該当 ○", "・・・", "研修 － 見守り", "北区(中央)・南区", "", "○", "評価は ○×△"}) {
        EXPECT_EQ(break_before_bullets(text), text);
    }
}

TEST(BreakBeforeBullets, ChangesNothingTheSecondTime) {
    for (const char* text : {"・研修 ・見守り。【成果】 ○目標", "○目標一。 ○目標二。"}) {
        const std::string once = break_before_bullets(text);
        EXPECT_EQ(break_before_bullets(once), once);
    }
}

TEST(LineBreaks, LoseNoCharacterButSpaces) {
    const auto without_spaces = [](std::string text) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
        for (std::size_t at = text.find("　"); at != std::string::npos; at = text.find("　")) text.erase(at, 3);
        return text;
    };
    for (const std::string text :
         {"・研 修 を\r\n行う。 ○目\n標\t【再掲】\n　ア 区\xE3\x81", "1,\n170人 OJT\nand ①\n②"}) {
        EXPECT_EQ(without_spaces(undo_line_breaks(text)), without_spaces(text));
        EXPECT_EQ(without_spaces(keep_line_breaks(text)), without_spaces(text));
        EXPECT_EQ(without_spaces(break_before_bullets(text)), without_spaces(text));
    }
}

}  // namespace
}  // namespace torimatome::text
