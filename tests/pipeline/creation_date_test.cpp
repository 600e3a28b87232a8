#include "pipeline/creation_date.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

class CreationDate : public testing::Test {
  protected:
    void SetUp() override { unsetenv("SOURCE_DATE_EPOCH"); }
    void TearDown() override { unsetenv("SOURCE_DATE_EPOCH"); }
};

Source dated(const std::string& date) { return {"a.xlsx", "xlsx", "", date}; }

TEST_F(CreationDate, IsTheNewestOfTheInputs) {
    EXPECT_EQ(creation_date({dated("2022-04-18"), dated(""), dated("2022-04-20"), dated("2021-12-31")}),
              (Date{2022, 4, 20}));
}

TEST_F(CreationDate, IsFixedWhereNoInputHasOne) {
    EXPECT_EQ(creation_date({}), (Date{2000, 1, 1}));
    EXPECT_EQ(creation_date({dated("")}), (Date{2000, 1, 1}));
}

TEST_F(CreationDate, TheEnvironmentGoesFirst) {
    setenv("SOURCE_DATE_EPOCH", "86400", 1);
    EXPECT_EQ(creation_date({dated("2022-04-18")}), (Date{1970, 1, 2}));
    setenv("SOURCE_DATE_EPOCH", "951782399", 1);
    EXPECT_EQ(creation_date({}), (Date{2000, 2, 28}));
    setenv("SOURCE_DATE_EPOCH", "", 1);
    EXPECT_EQ(creation_date({}), (Date{2000, 1, 1}));
}

TEST_F(CreationDate, AnEnvironmentThatIsNoNumberIsTold) {
    for (const char* word : {"yesterday", "-1", "12a", "253402300800"}) {
        setenv("SOURCE_DATE_EPOCH", word, 1);
        EXPECT_EQ(thrown_error([] { creation_date({}); }), std::string("usage||環境変数 SOURCE_DATE_EPOCH の「") +
                                                               word + "」は、1970年からの秒数ではありません。|");
    }
}

}  // namespace
}  // namespace torimatome::pipeline
