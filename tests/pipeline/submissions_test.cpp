#include "pipeline/consolidation/submissions.hpp"

#include <gtest/gtest.h>

#include "tests/pipeline/made_documents.hpp"

namespace torimatome::pipeline {
namespace {

TEST(Submissions, TheSenderIsTheDepartmentInTheFileName) {
    const Organisations organisations = made_mappings().organisations;
    EXPECT_EQ(sender_of("回答_保健所.xlsx", {}, organisations), "保健所");
    EXPECT_EQ(sender_of("R050420 福祉総務部（修正）.xlsx", {}, organisations), "福祉総務部");
    EXPECT_EQ(sender_of("学校教育部/回答.xlsx", {}, organisations), "学校教育部");
    EXPECT_EQ(sender_of("みなと区保健福祉課.xlsx", {"み）保健福祉課"}, organisations), "み）保健福祉課");
    EXPECT_EQ(sender_of("様式1.xlsx", {"健) 保健所"}, organisations), "");
}

}  // namespace
}  // namespace torimatome::pipeline
