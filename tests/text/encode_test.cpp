// Writing code page 932: what it has, what has a twin there, and what it lacks.
#include "text/encode.hpp"

#include <gtest/gtest.h>

#include "text/decode.hpp"

namespace torimatome::text {
namespace {

TEST(EncodeCp932, WritesWhatDecodeReadsBack) {
    const std::string text = "みなと市、①～③ ㈱港 Ⅱ 髙﨑 ｶﾅ\r\n";
    const EncodedCp932 encoded = encode_cp932(text);
    EXPECT_TRUE(encoded.lost.empty());
    const auto decoded = decode(encoded.bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, "CP932");
    EXPECT_EQ(decoded->text, "みなと市、①～③ ㈱港 Ⅱ 髙﨑 ｶﾅ\n");
}

TEST(EncodeCp932, TakesTheTwinOfWaveDashMinusAndDash) {
    const EncodedCp932 encoded = encode_cp932("〜−—¥");
    EXPECT_EQ(encoded.bytes, "\x81\x60\x81\x7C\x81\x5C\x81\x8F");
    EXPECT_TRUE(encoded.lost.empty());
}

TEST(EncodeCp932, ListsWhatTheCodePageLacks) {
    const EncodedCp932 encoded = encode_cp932("𠮷野、发出、发表");
    EXPECT_EQ(encoded.lost, (std::vector<Unencodable>{{"𠮷", 0, 1}, {"发", 10, 2}}));
    EXPECT_EQ(encoded.bytes.substr(0, 2), "\x81\xAC");
}

TEST(EncodeCp932, LeavesAsciiAlone) { EXPECT_EQ(encode_cp932("a\\b~1,\"c\"\r\n").bytes, "a\\b~1,\"c\"\r\n"); }

}  // namespace
}  // namespace torimatome::text
