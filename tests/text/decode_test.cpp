#include "text/decode.hpp"

#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

using namespace std::string_literals;

/// "encoding[+BOM] text", or "none".
std::string shown(const std::optional<Decoded>& decoded) {
    if (!decoded) return "none";
    return decoded->encoding + (decoded->byte_order_mark ? "+BOM " : " ") + decoded->text;
}

std::string utf16(std::u16string_view text, bool little_endian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little_endian ? std::string{low, high} : std::string{high, low};
    }
    return bytes;
}

TEST(Decode, ReadsUtf8WithAndWithoutMark) {
    EXPECT_EQ(shown(decode("取組,担当")), "UTF-8 取組,担当");
    EXPECT_EQ(shown(decode("\xEF\xBB\xBF取組,担当")), "UTF-8+BOM 取組,担当");
    EXPECT_EQ(shown(decode("")), "UTF-8 ");
    EXPECT_EQ(shown(decode("\xEF\xBB\xBF")), "UTF-8+BOM ");
}

TEST(Decode, ReadsUtf16OfBothOrders) {
    const std::u16string text = u"取組\t担当\r\n髙𠮷　一";
    EXPECT_EQ(shown(decode(utf16(u"\uFEFF" + text, true))), "UTF-16LE+BOM 取組\t担当\n髙𠮷　一");
    EXPECT_EQ(shown(decode(utf16(u"\uFEFF" + text, false))), "UTF-16BE+BOM 取組\t担当\n髙𠮷　一");
    EXPECT_EQ(shown(decode(utf16(text, true))), "UTF-16LE 取組\t担当\n髙𠮷　一");
    EXPECT_EQ(shown(decode(utf16(text, false))), "UTF-16BE 取組\t担当\n髙𠮷　一");
    EXPECT_EQ(shown(decode(utf16(u"No,Name\n1,2\n", true))), "UTF-16LE No,Name\n1,2\n");
}

TEST(Decode, ReadsWindowsCodePage932) {
    // 取組～－―①㈱髙￥\ and a gaiji, as Windows writes them
    EXPECT_EQ(shown(decode("\x8E\xE6\x91\x67\x81\x60\x81\x7C\x81\x5C\x87\x40\x87\x8A\xFB\xFC\x81\x8F\x5C\xF0\x40")),
              "CP932 取組～－―①㈱髙￥\\\uE000");
    EXPECT_EQ(shown(decode("\xB1\xB2\xB3\r\n")), "CP932 ｱｲｳ\n");
}

TEST(Decode, MakesEveryLineEndOne) {
    EXPECT_EQ(shown(decode("a\r\nb\rc\nd\r\n\r\ne\r")), "UTF-8 a\nb\nc\nd\n\ne\n");
    EXPECT_EQ(shown(decode("\x8E\xE6\r\n\x91\x67\r")), "CP932 取\n組\n");
}

TEST(Decode, RefusesWhatIsNoText) {
    EXPECT_EQ(shown(decode("\xEF\xBB\xBF\xFF")), "none") << "a mark that promises UTF-8";
    EXPECT_EQ(shown(decode("\xFF\xFE\x41")), "none") << "half a character";
    EXPECT_EQ(shown(decode("\xFF\xFE\x00\xD8\x41\x00"s)), "none") << "a lone surrogate";
    EXPECT_EQ(shown(decode("\x81")), "none") << "half a CP932 character";
    EXPECT_EQ(shown(decode("\x81\xFF\x8E")), "none");
    EXPECT_EQ(shown(decode("PK\x03\x04\x14\x00\x08\x08\xFF\xC3\x00\x9E\x00"s)), "none") << "a zip archive";
}

TEST(FirstInvalidUtf8, FindsTheFirstBrokenByte) {
    EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("取組𠮷é"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("\uFFFD"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("取\x91\x67"), 3u);
    EXPECT_EQ(first_invalid_utf8("a\xC0\xAF"), 1u);
    EXPECT_EQ(first_invalid_utf8("ab\xED\xA0\x80"), 2u);
    EXPECT_EQ(first_invalid_utf8("abc\xE5\x8C"), 3u);
    EXPECT_EQ(first_invalid_utf8("\xF5\x80\x80\x80"), 0u);
}

TEST(Utf16ToUtf8, FollowsItsMarkBeforeTheCaller) {
    EXPECT_EQ(utf16_to_utf8(utf16(u"\uFEFF区", false), true), "区");
    EXPECT_EQ(utf16_to_utf8(utf16(u"区𠮷", true), true), "区𠮷");
    EXPECT_EQ(utf16_to_utf8(utf16(u"区𠮷", false), false), "区𠮷");
    EXPECT_EQ(utf16_to_utf8("", true), "");
}

TEST(Utf16ToUtf8, RefusesBrokenSequences) {
    EXPECT_EQ(utf16_to_utf8("a", true), std::nullopt);
    EXPECT_EQ(utf16_to_utf8("\x00\xD8"s, true), std::nullopt);
    EXPECT_EQ(utf16_to_utf8("\x00\xDC"s, true), std::nullopt);
    EXPECT_EQ(utf16_to_utf8("\x00\xD8\x41\x00"s, true), std::nullopt);
}

}  // namespace
}  // namespace torimatome::text
