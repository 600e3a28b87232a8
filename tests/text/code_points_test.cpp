#include "text/code_points.hpp"

#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

TEST(CodePoints, ReadsOneToFourBytes) {
    const struct {
        const char* text;
        char32_t value;
        std::size_t length;
    } cases[] = {{"a", U'a', 1}, {"é", U'é', 2}, {"区", U'区', 3}, {"𠮷", U'𠮷', 4}};
    for (const auto& c : cases) {
        EXPECT_EQ(code_point_at(c.text, 0).value, c.value);
        EXPECT_EQ(code_point_at(c.text, 0).length, c.length);
        std::string written;
        append_code_point(written, c.value);
        EXPECT_EQ(written, c.text);
    }
}

TEST(CodePoints, GivesTheReplacementCharacterForBrokenBytes) {
    // stray continuation, overlong forms, a surrogate, past the last code point, cut short
    for (const char* broken :
         {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8", "\xE5\x8C", "\xE5 a"}) {
        EXPECT_EQ(code_point_at(broken, 0).value, 0xFFFDu);
        EXPECT_EQ(code_point_at(broken, 0).length, 1u);
    }
}

TEST(CodePoints, ReadsTheLastOne) {
    EXPECT_EQ(last_code_point("a区").value, U'区');
    EXPECT_EQ(last_code_point("区𠮷").length, 4u);
    EXPECT_EQ(last_code_point("区a").value, U'a');
    EXPECT_EQ(last_code_point("　\x81").value, 0xFFFDu) << "a stray byte is not part of the space before it";
    EXPECT_EQ(last_code_point("　\x81").length, 1u);
    EXPECT_EQ(trim("　\x81"), "\x81");
}

TEST(CodePoints, WritesTheReplacementCharacterForWhatIsNone) {
    std::string written;
    append_code_point(written, 0xD800);
    append_code_point(written, 0x110000);
    EXPECT_EQ(written, "\uFFFD\uFFFD");
}

TEST(CodePoints, KnowsKanaAndIdeographs) {
    EXPECT_TRUE(is_hiragana(U'ん') && is_hiragana(U'ゞ') && !is_hiragana(U'ン') && !is_hiragana(U'ー'));
    EXPECT_TRUE(is_katakana(U'ア') && is_katakana(U'ー') && is_katakana(U'ｱ') && is_katakana(U'ﾞ') &&
                is_katakana(U'ヶ'));
    EXPECT_FALSE(is_katakana(U'・') || is_katakana(U'･') || is_katakana(U'工'));
    EXPECT_TRUE(is_ideograph(U'区') && is_ideograph(U'々') && is_ideograph(U'〇') && is_ideograph(U'𠮷') &&
                is_ideograph(U'﨑') && is_ideograph(U'⼦') && is_ideograph(U'⻑'));
    EXPECT_FALSE(is_ideograph(U'エ') || is_ideograph(U'、') || is_ideograph(U'①'));
}

TEST(CodePoints, KnowsJapaneseText) {
    for (const char32_t c : std::u32string_view(U"あア区、。「」（１Ａ・ｱ％￥\uE000㈱")) EXPECT_TRUE(is_japanese(c));
    for (const char32_t c : std::u32string_view(U"a1(.é①※○ ")) EXPECT_FALSE(is_japanese(c));
}

TEST(CodePoints, TrimsEveryWhiteSpace) {
    EXPECT_EQ(trim("　\u00A0 \t\r\n区 の\u2003\u200B\uFEFF　"), "区 の");
    EXPECT_EQ(trim(" 　"), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("区\xE3\x80"), "区\xE3\x80") << "broken bytes are no space";
}

TEST(CodePoints, CountsWhatIsNotWhiteSpace) {
    EXPECT_EQ(count_non_space(" 子ども\n・　子育て\t"), 7u);
    EXPECT_EQ(count_non_space(""), 0u);
}

}  // namespace
}  // namespace torimatome::text
