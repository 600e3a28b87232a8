#include "text/compare_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "text/code_points.hpp"

namespace torimatome::text {
namespace {

using ::testing::ElementsAre;

struct Pair {
    const char* text;
    const char* key;
};

TEST(CompareKey, FoldsNotationThatMeansTheSame) {
    const Pair pairs[] = {
        {"", ""},
        {"令和３年度の取組", "令和3年度の取組"},
        {"ＯＪＴ／Off", "ojt/off"},
        {"①②③", "123"},
        {"Ⅱ", "ii"},
        {"㈱", "(株)"},
        {"…", "..."},
        {"㎡", "m2"},
        {"½", "1⁄2"},
        {"㋿元年", "令和元年"},
        {"「子ども」『区』【再掲】〔案〕", "「子ども」『区』【再掲】〔案〕"},
        {"保）保健所", "保)保健所"},
        {"々〆〇", "々〆〇"},
        {"取り組み", "取り組み"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(compare_key(pair.text), pair.key) << pair.text;
}

TEST(CompareKey, ComposesHalfWidthAndSplitKana) {
    const Pair pairs[] = {
        {"ｶﾞｲﾄﾞ", "ガイド"}, {"ﾊﾟﾋﾟﾌﾟ", "パピプ"}, {"カ\u3099イト\u3099", "ガイド"},
        {"か\u3099", "が"},  {"カ゛", "ガ"},       {"ハ゜", "パ"},
        {"カ ゛", "ガ"},     {"ｶ\nﾞ", "ガ"},       {"ｳﾞ", "ヴ"},
        {"ｹｰｽ", "ケース"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(compare_key(pair.text), pair.key) << pair.text;
}

TEST(CompareKey, FoldsRadicalsToIdeographs) {
    const Pair pairs[] = {
        {"⼦ども", "子ども"},  // Kangxi, by NFKC
        {"⾒守り", "見守り"},  // Kangxi
        {"副市⻑", "副市長"},  // supplement, by the table
        {"⻘少年", "青少年"}, {"⻄区", "西区"}, {"⺠生", "民生"}, {"⻭科", "歯科"},
        {"⺟子", "母子"},     {"⻲", "亀"},     {"⻩", "黄"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(compare_key(pair.text), pair.key) << pair.text;
}

TEST(CompareKey, LeavesNoRadicalThatHasAnIdeograph) {
    for (char32_t c = 0x2E80; c <= 0x2FD5; ++c) {
        const bool unassigned = c == 0x2E9A || (c > 0x2EF3 && c < 0x2F00);
        const bool without_ideograph = c == 0x2E80;
        if (unassigned || without_ideograph) continue;
        std::string radical;
        append_code_point(radical, c);
        const std::string key = compare_key(radical);
        const CodePoint folded = code_point_at(key, 0);
        EXPECT_EQ(folded.length, key.size());
        EXPECT_TRUE(folded.value >= 0x3400 && (folded.value <= 0x9FFF || folded.value >= 0x20000))
            << static_cast<unsigned>(c);
    }
}

TEST(CompareKey, PutsVerticalFormsUpright) {
    const Pair pairs[] = {{"︵案︶", "(案)"}, {"﹁区﹂", "「区」"}, {"︻再掲︼", "【再掲】"}, {"ケ︱ス", "ケース"}};
    for (const Pair& pair : pairs) EXPECT_EQ(compare_key(pair.text), pair.key) << pair.text;
}

TEST(CompareKey, TakesAllWaveDashesForOne) {
    for (const char* wave : {"～", "〜", "~", "∼"}) {
        EXPECT_EQ(compare_key(std::string("10月") + wave + "3月"), "10月~3月") << wave;
    }
}

TEST(CompareKey, TakesADashBehindKanaForTheProlongedSound) {
    for (const char* dash : {"ー", "ｰ", "－", "-", "−", "―", "—", "–", "‐", "‑", "─", "一"}) {
        EXPECT_EQ(compare_key(std::string("コ") + dash + "ス"), "コース") << dash;
        if (std::string(dash) != "一") {
            EXPECT_EQ(compare_key(std::string("センタ") + dash + "の"), "センターの") << dash;
            EXPECT_EQ(compare_key(std::string("センタ") + dash), "センター") << dash;
        }
    }
    EXPECT_EQ(compare_key("らーめん"), "らーめん");
    EXPECT_EQ(compare_key("センタ\nーの"), "センターの");
    EXPECT_EQ(compare_key("ｺ-ｽ"), "コース");
}

TEST(CompareKey, TakesADashAnywhereElseForAHyphen) {
    for (const char* dash : {"ー", "－", "-", "−", "―", "—", "–", "‐", "‑", "─"}) {
        EXPECT_EQ(compare_key(std::string("Off") + dash + "JT"), "off-jt") << dash;
        EXPECT_EQ(compare_key(std::string("1") + dash + "2"), "1-2") << dash;
        EXPECT_EQ(compare_key(std::string("区") + dash + "市"), "区-市") << dash;
        EXPECT_EQ(compare_key(dash), "-") << dash;
    }
    EXPECT_EQ(compare_key("ケース － 対象"), "ケース-対象") << "spaces on both sides set a dash off";
}

TEST(CompareKey, KeepsTheIdeographOneOutsideKatakana) {
    EXPECT_EQ(compare_key("一つ、第一回、サービス一覧、一部"), "一つ、第一回、サービス一覧、一部");
    EXPECT_EQ(compare_key("デ一タベ一ス"), "データベース");
}

TEST(CompareKey, DropsSpacesControlsAndInvisibleCharacters) {
    EXPECT_EQ(compare_key(" 育 成　体\u00A0系\t\r\n\v\x01\u200B\uFEFF\u00AD\u2028。 "), "育成体系。");
    EXPECT_EQ(compare_key("10 区"), compare_key("10区"));
    EXPECT_EQ(compare_key(" \n　"), "");
}

TEST(CompareKey, DropsVariationSelectorsButKeepsNamesAndGaiji) {
    EXPECT_EQ(compare_key("葛\U000E0100城"), "葛城");
    EXPECT_EQ(compare_key("※\uFE0E注"), "※注");
    EXPECT_EQ(compare_key("髙﨑𠮷\uE000"), "髙﨑𠮷\uE000");
    EXPECT_NE(compare_key("髙"), compare_key("高"));
}

TEST(CompareKey, DropsCommasThatGroupDigits) {
    const Pair pairs[] = {
        {"1,170人", "1170人"}, {"１，１７０人", "1170人"}, {"1,234,567", "1234567"},
        {"2,000", "2000"},     {"12,34", "12,34"},         {"1,2345", "1,2345"},
        {"3,500,4", "3500,4"}, {"a,123", "a,123"},         {"３・５・７年目", "3・5・7年目"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(compare_key(pair.text), pair.key) << pair.text;
}

TEST(CompareKey, WalksARunOfSpacesOnce) {
    const std::string spaces(300'000, ' ');
    EXPECT_EQ(compare_key("区" + spaces + "の" + spaces), "区の");
}

TEST(CompareKey, SurvivesBrokenBytes) {
    EXPECT_EQ(compare_key("区\xE3\x81"), "区\uFFFD\uFFFD");
    EXPECT_EQ(compare_key("\xFF"), "\uFFFD");
}

TEST(CompareKey, IsItsOwnKey) {
    for (const char* text : {"ｶﾞ①－コ一ス～⻑︵1,170︶", "Off―JT ㈱", "保）\n子）", "が゛"}) {
        EXPECT_EQ(compare_key(compare_key(text)), compare_key(text)) << text;
    }
}

TEST(CompareKey, FoldsYearsToOneSign) {
    const std::string folded = compare_key("令和3年度の取組", {.fold_years = true});
    EXPECT_EQ(folded, "{Y}年度の取組");
    for (const char* text : {"令和４年度の取組", "R3年度の取組", "Ｒ３年度の取組", "2021年度の取組", "平成31年度の取組",
                             "令和元年度の取組", "H30年度の取組", "㋿3年度の取組", "令和三年度の取組",
                             "二〇二一年度の取組", "令和 3 年度の取組", "令和３（2021）年度の取組", "令和3年の取組",
                             "4年度の取組", "R3 の取組", "２０２１年度の取組"}) {
        EXPECT_EQ(compare_key(text, {.fold_years = true}), folded) << text;
    }
}

TEST(CompareKey, FoldsOnlyWhatIsAYear) {
    for (const char* text : {"a4版", "96校", "3か年計画", "12021年", "abr3", "r3-4-1", "h2oの研究", "令和の取組",
                             "2021人", "10区", "年度末"}) {
        EXPECT_EQ(compare_key(text, {.fold_years = true}), text) << text;
    }
}

TEST(CompareKey, FoldsMarksToTheirNumbers) {
    for (const char* text : {"① 区を", "(1) 区を", "（１）区を", "１．区を", "1 区を", "Ⅰ 区を", "I 区を", "⑴ 区を",
                             "⒈ 区を", "❶ 区を", "ア 区を", "（ア）区を"}) {
        EXPECT_EQ(compare_key(text, {.fold_marks = true}), "1区を") << text;
    }
    EXPECT_EQ(compare_key("② ウ 区を", {.fold_marks = true}), "23区を");
    EXPECT_EQ(compare_key("提言Ⅱと⑶", {.fold_marks = true}), "提言2と3");
    EXPECT_EQ(compare_key("アセスメント", {.fold_marks = true}), "アセスメント");
    EXPECT_EQ(compare_key("10区で", {.fold_marks = true}), "10区で");
}

TEST(CompareKeyWithOrigin, LeadsBackToTheOriginal) {
    const KeyWithOrigin key = compare_key_with_origin("ｶﾞ 3");
    EXPECT_EQ(key.key, "ガ3");
    EXPECT_THAT(key.origin, ElementsAre(0, 0, 0, 7, 8));
}

TEST(CompareKeyWithOrigin, GivesEveryByteOfAnExpansionItsCharacter) {
    const KeyWithOrigin key = compare_key_with_origin("a㈱1,170");
    EXPECT_EQ(key.key, "a(株)1170");
    EXPECT_THAT(key.origin, ElementsAre(0, 1, 1, 1, 1, 1, 4, 6, 7, 8, 9));
}

TEST(CompareKeyWithOrigin, LeadsFromAFoldedYearToItsStart) {
    const KeyWithOrigin key = compare_key_with_origin("　R3年度", {.fold_years = true});
    EXPECT_EQ(key.key, "{Y}年度");
    EXPECT_THAT(key.origin, ElementsAre(3, 3, 3, 3, 3, 3, 3, 3, 3, 11));
}

TEST(CompareKeyWithOrigin, HasTheKeyOfComparisonAndOneEntryMore) {
    for (const char* text : {"", "区", "ｶﾞ①－コ一ス～⻑︵1,170︶", "令和３年度　Off―JT", "葛\U000E0100城\xFF"}) {
        for (const KeyOptions options : {KeyOptions{}, KeyOptions{true, true}}) {
            const KeyWithOrigin key = compare_key_with_origin(text, options);
            EXPECT_EQ(key.key, compare_key(text, options));
            EXPECT_EQ(key.origin.size(), key.key.size() + 1);
            EXPECT_TRUE(std::is_sorted(key.origin.begin(), key.origin.end()));
            EXPECT_EQ(key.origin.back(), std::string(text).size());
        }
    }
}

}  // namespace
}  // namespace torimatome::text
