#include "parsers/extracted_text/markup.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CellText drop(const std::string& source) { return parse_markup(source, StruckText::drop); }
std::string text(const std::string& source) { return drop(source).text; }

TEST(Markup, PlainTextStays) {
    EXPECT_EQ(drop("窓口を開設した。"), (CellText{"窓口を開設した。", {}, {}}));
    EXPECT_EQ(drop(""), CellText{});
    EXPECT_EQ(text("①㈱～Ⅱ　全角"), "①㈱～Ⅱ　全角");
}

TEST(Markup, BlockTagsBreakLines) {
    EXPECT_EQ(text("<p>一つ目</p><p>二つ目</p>"), "一つ目\n二つ目");
    EXPECT_EQ(text("一つ目<br>二つ目<br/>三つ目<BR />四つ目"), "一つ目\n二つ目\n三つ目\n四つ目");
    EXPECT_EQ(text("<div>一つ目</div>二つ目"), "一つ目\n二つ目");
    EXPECT_EQ(text(R"(<p class="a">一つ目</p> <p>二つ目</p>)"), "一つ目\n二つ目");
}

TEST(Markup, ListsAlsoWhereTheirEndIsLost) {
    EXPECT_EQ(text(R"(<ul style="list-style-type: none"><li>・窓口</li><li>・研修</li></ul>)"), "・窓口\n・研修");
    EXPECT_EQ(text("<ul><li>・窓口<li>・研修"), "・窓口\n・研修");
    EXPECT_EQ(text("・窓口</li></ul>"), "・窓口");
}

TEST(Markup, EmptyTagsAreNothing) {
    EXPECT_EQ(drop("<p></p><br>"), CellText{});
    EXPECT_EQ(text("<p></p>窓口<p></p><p></p>"), "窓口");
    EXPECT_EQ(text("<table><tr><td>窓口</td></tr></table>"), "窓口");
}

TEST(Markup, SpacesBecomeOneAndGoAtTheEnds) {
    EXPECT_EQ(text("  窓口  を   開設 "), "窓口 を 開設");
    EXPECT_EQ(text("窓口 <br> 研修"), "窓口\n研修");
    EXPECT_EQ(text("窓口&nbsp;&nbsp;研修"), "窓口 研修");
}

TEST(Markup, Entities) {
    EXPECT_EQ(text("A&amp;B &lt;p&gt; &quot;C&quot; &apos;D&apos;"), "A&B <p> \"C\" 'D'");
    EXPECT_EQ(text("&#9312;&#x2461;&#X2462;"), "①②③");
    EXPECT_EQ(text("R&D; &unknown; & &#; &#x; &#0; &#xD800; &#x110000; &#12a;"),
              "R&D; &unknown; & &#; &#x; &#0; &#xD800; &#x110000; &#12a;");
}

TEST(Markup, ALessThanSignThatStartsNoTagStays) {
    EXPECT_EQ(text("3<5、5>3"), "3<5、5>3");
    EXPECT_EQ(text("<窓口>の開設"), "<窓口>の開設");
    EXPECT_EQ(text("<program>"), "<program>");
    EXPECT_EQ(text("対象 <"), "対象 <");
    EXPECT_EQ(text("<p"), "<p");
    EXPECT_EQ(text("a<b"), "a<b");
    EXPECT_EQ(text("<>"), "<>");
}

TEST(Markup, RunsCarryTheirFormat) {
    const CellText cell = drop("窓口を<u>2か所で</u>開<b>設</b>した。");
    EXPECT_EQ(cell.text, "窓口を2か所で開設した。");
    TextRun underlined{"2か所で"};
    underlined.underline = true;
    TextRun bold{"設"};
    bold.bold = true;
    EXPECT_THAT(cell.runs, ElementsAre(TextRun{"窓口を"}, underlined, TextRun{"開"}, bold, TextRun{"した。"}));
}

TEST(Markup, FormatsGoOnOverLineBreaksAndNest) {
    const CellText cell = drop("<u>一つ目<br>二<strong>つ</strong>目</u>");
    TextRun first{"一つ目\n二"};
    first.underline = true;
    TextRun second{"つ"};
    second.underline = second.bold = true;
    TextRun third{"目"};
    third.underline = true;
    EXPECT_THAT(cell.runs, ElementsAre(first, second, third));
    EXPECT_EQ(cell.text, "一つ目\n二つ目");
}

TEST(Markup, AFormatThatEndsTwiceOrNeverIsNoHarm) {
    EXPECT_THAT(drop("窓口</u></b>").runs, IsEmpty());
    const CellText cell = drop("窓<u>口");
    EXPECT_EQ(cell.text, "窓口");
    EXPECT_EQ(cell.runs.size(), 2U);
    EXPECT_THAT(drop("<u></u>窓口").runs, IsEmpty());
}

TEST(Markup, StruckTextIsNotLive) {
    const CellText cell = drop("職員を<s>3名</s><del>4名</del>5名");
    EXPECT_EQ(cell.text, "職員を5名");
    EXPECT_EQ(cell.struck, "3名4名");
    EXPECT_THAT(cell.runs, IsEmpty());
    EXPECT_EQ(parse_markup("職員を<s>3名</s>5名", StruckText::keep), (CellText{"職員を3名5名", {}, {}}));
}

TEST(Markup, BrokenTagsLoseNothing) {
    EXPECT_EQ(text("<p>窓口</p"), "窓口</p");
    EXPECT_EQ(text("/p>窓口"), "/p>窓口");
    EXPECT_EQ(text("<<p>窓口"), "<\n窓口");
    EXPECT_EQ(text("<p" + std::string(400, ' ') + ">窓口"), "<p >窓口");
}

TEST(Markup, LinesThatGoOnWithACellCloseATagThatTheyDoNotOpen) {
    EXPECT_TRUE(closes_open_tag("二つ目</p>"));
    EXPECT_TRUE(closes_open_tag("<p>一つ目</p></ul>"));
    EXPECT_FALSE(closes_open_tag("<p>一つ目</p>"));
    EXPECT_FALSE(closes_open_tag("一つ目<br>二つ目"));
    EXPECT_FALSE(closes_open_tag("<p>一つ目"));
    EXPECT_FALSE(closes_open_tag("資料1"));
    EXPECT_FALSE(closes_open_tag(""));
}

TEST(Markup, StarsInPairsAreBold) {
    const CellText text = parse_markup("**窓口**を開設 **（予定", StruckText::drop);
    EXPECT_EQ(text.text, "窓口を開設 **（予定");
    ASSERT_EQ(text.runs.size(), 2U);
    EXPECT_EQ(text.runs[0].text, "窓口");
    EXPECT_TRUE(text.runs[0].bold);
    EXPECT_FALSE(text.runs[1].bold);
}

TEST(Markup, ATagThatLostItsEndSwallowsNothing) {
    EXPECT_EQ(parse_markup("【内容】<ul style=\"disc\"<li>・開設</li></ul>", StruckText::drop).text,
              "【内容】<ul style=\"disc\"\n・開設");
    EXPECT_EQ(parse_markup("<p窓口を開設した。</p>", StruckText::drop).text, "<p窓口を開設した。");
    EXPECT_EQ(parse_markup("<p title=\"概要\">開設</p>", StruckText::drop).text, "開設");
}

}  // namespace
}  // namespace torimatome::parsers
