#include "pipeline/finding_text.hpp"

#include <gtest/gtest.h>

namespace torimatome::pipeline {
namespace {

Finding made_finding() {
    Finding finding;
    finding.code = "row.cell-missing";
    finding.severity = Severity::error;
    finding.record = "1-①-ア-2";
    finding.field = "plan";
    finding.message = "欄が「1つ」足りません。\n";
    finding.hint = "確かめてください。";
    finding.source.file = "回答.xlsx";
    finding.source.sheet = "様式\"1\"";
    finding.source.cell = "C12";
    finding.source.page = 3;
    finding.source.line = 12;
    return finding;
}

TEST(FindingText, ComesBackAsItWas) {
    EXPECT_EQ(unpack_finding(pack_finding(made_finding(), 65'000)), made_finding());
    EXPECT_EQ(unpack_finding(pack_finding({}, 65'000)), Finding{});
}

TEST(FindingText, BytesThatAreNoTextDoNoHarm) {
    Finding finding = made_finding();
    finding.message =
        "a\xFF\xFE"
        "b";
    EXPECT_EQ(unpack_finding(pack_finding(finding, 65'000)).message, "a\uFFFD\uFFFDb");
}

TEST(FindingText, AVeryLongMessageIsCut) {
    Finding finding = made_finding();
    finding.message = std::string(100'000, 'x');
    const std::string text = pack_finding(finding, 65'000);
    EXPECT_LE(text.size(), 65'000U);
    EXPECT_EQ(unpack_finding(text).message, std::string(1000, 'x'));
}

}  // namespace
}  // namespace torimatome::pipeline
