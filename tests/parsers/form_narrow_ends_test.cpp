// Narrow columns: what the ends of pages, paragraphs and cells tell of lines that are missing.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "parsers/form/line_text.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

// Two pages of items. A space stands behind each paragraph, as in text from a PDF that a word processor made.
const char* const kFirstPage =
    "資料２ \n\nみなと市の点検を受けての今後の取組方針について \n\n"
    "（１） 公園の管理について \n\n項目 今後の取組の方向性 \n\n"
    "ア 遊具の点検\n\nの進め方に\n\nついて \n\n"
    "・公園の遊具を毎年点検し、古いものから順に取り替えていくとともに、点検\n\n"
    "の結果を町内会に知らせる。 \n\n"
    "・取り替えの順番は、遊具を使う子どもの数と、遊具の古さを合わせて決める\n\n"
    "こととし、毎年の計画に載せる。 \n\n"
    "イ 樹木の手入\n\nれの計画の\n\n見直し \n\n"
    "・樹木の手入れは、台風の時期の前に終えられるよう、春に業者と日程を決め\n\n"
    "て、計画のとおりに進める。 \n\n";
const char* const kSecondPage =
    "ウ 町内会との\n\n連携の強化 \n\n"
    "・公園の掃除を担う町内会に、道具を貸し出すとともに、集めた落ち葉の始末\n\n"
    "を相談しながら決めていく。 \n\n"
    "・町内会の役員の負担が増えないよう、書類を減らし、電話でも受け付けるよ\n\n"
    "うにしていく。 \n";

std::vector<std::string> codes_of(const std::string& text) {
    std::vector<std::string> codes;
    for (const Finding& finding : build_text(text).document.findings) {
        codes.push_back(finding.code + (finding.severity == Severity::note ? " note " : " ") + finding.record);
    }
    return codes;
}

using Codes = std::vector<std::string>;

const Codes kCut{"text.end-missing 1-ウ-1"};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(NarrowEnds, AreMissingWhereAFormFeedEndsTheOtherPages) {
    const std::string pages = std::string(kFirstPage) + "\f" + kSecondPage;
    EXPECT_EQ(codes_of(pages + "\f"), Codes{});
    EXPECT_EQ(codes_of(pages), kCut);
}

TEST(NarrowEnds, AreMissingWhereBlankLinesEndTheOtherPages) {
    const std::string pages = std::string(kFirstPage) + "\n\n \n\n \n" + kSecondPage;
    EXPECT_EQ(codes_of(pages + "\n \n\n\n"), Codes{});
    EXPECT_EQ(codes_of(pages), kCut);
}

TEST(NarrowEnds, AreMissingWhereThePagesNumbersTellOfMore) {
    const auto pages = [](const std::string& all) {
        return std::string(kFirstPage) + "1/" + all + "\n\n\n" + kSecondPage + "\n2/" + all + "\n";
    };
    EXPECT_EQ(codes_of(pages("2")), Codes{});
    EXPECT_EQ(codes_of(pages("3")), kCut);
}

TEST(NarrowEnds, AreMissingWhereNothingStandsBelowTheLastHeading) {
    const std::string head = "\n（２） 広場の管理について \n\n項目 今後の取組の方向性 \n";
    EXPECT_EQ(codes_of(std::string(kFirstPage) + kSecondPage + head), kCut);
}

TEST(NarrowEnds, OfOnePageSayNothing) { EXPECT_EQ(codes_of(std::string(kFirstPage) + kSecondPage), Codes{}); }

TEST(NarrowParagraphs, AreBrokenWhereTheirLastLineHasNoSpaceBehind) {
    const std::string text = std::string(kFirstPage) + kSecondPage;
    EXPECT_EQ(codes_of(replaced(text, "の結果を町内会に知らせる。 ", "の結果を町内会に知らせる。")),
              Codes{"text.broken 1-ア-1"});
}

TEST(NarrowParagraphs, AreBrokenWhereALineWithASpaceBehindGoesOn) {
    const std::string text = std::string(kFirstPage) + kSecondPage;
    EXPECT_EQ(codes_of(replaced(text, "・取り替えの順番は、遊具を使う子どもの数と、遊具の古さを合わせて決める\n",
                                "・取り替えの順番は、遊具を使う子どもの数と、遊具の古さを合わせて決める \n")),
              Codes{"text.broken 1-ア-1"});
}

TEST(NarrowCells, AreSurelyEmptyWhereABlankLineHoldsTheirSpace) {
    const std::string text =
        "・樹木の手入れは、台風の時期の前に終えられるよう、春に業者と日程を決め\n\n"
        "て、計画のとおりに進める。 \n\n";
    const std::string whole = std::string(kFirstPage) + kSecondPage;
    EXPECT_EQ(codes_of(replaced(whole, text, " \n\n")), Codes{"item.text-blank note 1-イ-1"});
    EXPECT_EQ(codes_of(replaced(whole, text, "\n\n")),
              (Codes{"item.text-blank 1-イ-1", "text.broken 1-イ-1", "text.broken 1-ウ-1"}));
}

TEST(NarrowParagraphs, StartWithABracketWhereTheLineAboveHadRoom) {
    const std::string note = "（道具の種類は、町内会と相談して決める） \n\n";
    const std::string text = std::string(kFirstPage) + note + kSecondPage;
    const BuiltDocument built = build_text(text);
    const std::string& direction = built.document.records.at(1).text("direction");
    EXPECT_TRUE(direction.ends_with("計画のとおりに進める。\n（道具の種類は、町内会と相談して決める）")) << direction;
}

TEST(NarrowParagraphs, DoNotStartWhereOnlyTheReprintMarkIsLeftOfALine) {
    const std::string text = replaced(kFirstPage, "に知らせる。 \n\n", "に知らせる。 \n\n【再掲】 \n\n") + kSecondPage;
    EXPECT_EQ(build_text(text).document.records.size(), 3U);
}

TEST(NarrowMarks, AreKnownThoughTheFirstIsLost) {
    const BuiltDocument built = build_text(replaced(kFirstPage, "ア 遊具", "遊具") + kSecondPage);
    ASSERT_EQ(built.document.records.size(), 3U);
    EXPECT_EQ(built.document.records[1].text("mark"), "イ");
    const auto& findings = built.document.findings;
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.code == "item.mark-missing" && finding.record == built.document.records[0].id;
    }));
}

TEST(NarrowTexts, AreAllDoubtedWhereMostAreBroken) {
    std::string text = std::string(kFirstPage) + kSecondPage + "エ 公園の案内\n\nの見直し \n\n・案内の看板を直す。 \n";
    for (const char* end : {"知らせる。", "進める。", "していく。"}) text = replaced(text, end, "知らせ");
    std::set<std::string> doubted;
    for (const Finding& finding : build_text(text).document.findings) doubted.insert(finding.record);
    EXPECT_EQ(doubted, (std::set<std::string>{"1-ア-1", "1-イ-1", "1-ウ-1", "1-エ-1"}));
}

TEST(Brackets, MatchInPairs) {
    EXPECT_TRUE(brackets_match("公園（遊具のあるもの）の「点検」"));
    EXPECT_TRUE(brackets_match("公園(遊具）の点検"));
    EXPECT_TRUE(brackets_match("1）公園 ア）遊具"));
    EXPECT_FALSE(brackets_match("公園（遊具のあるものの点検"));
    EXPECT_FALSE(brackets_match("公園の遊具のあるもの）の点検"));
    EXPECT_FALSE(brackets_match("公園（遊具」の点検"));
}

}  // namespace
}  // namespace torimatome::parsers
