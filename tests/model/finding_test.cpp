#include "model/finding.hpp"

#include <gtest/gtest.h>

namespace torimatome {
namespace {

TEST(Severity, IsReadBackFromItsName) {
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
        EXPECT_EQ(severity_from_string(to_string(severity)), severity);
    }
    EXPECT_STREQ(to_string(Severity::note), "note");
    EXPECT_STREQ(to_string(Severity::warning), "warning");
    EXPECT_STREQ(to_string(Severity::error), "error");
}

TEST(Severity, RefusesOtherWords) {
    for (const char* name : {"", "Error", "fatal"}) {
        try {
            severity_from_string(name);
            ADD_FAILURE() << name;
        } catch (const std::invalid_argument& refused) {
            EXPECT_EQ(std::string(refused.what()), std::string("unknown severity: ") + name);
        }
    }
}

TEST(Severity, OrdersFromNoteToError) {
    EXPECT_LT(Severity::note, Severity::warning);
    EXPECT_LT(Severity::warning, Severity::error);
}

TEST(Error, CarriesItsFinding) {
    const Finding finding{"input.unreadable", Severity::error,          "", "",
                          "読み込めません。", "保存し直してください。", {}};
    try {
        throw Error(finding);
    } catch (const Error& error) {
        EXPECT_EQ(error.finding(), finding);
        EXPECT_STREQ(error.what(), "読み込めません。");
    }
}

}  // namespace
}  // namespace torimatome
