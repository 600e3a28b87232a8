#include "model/round.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome {
namespace {

TEST(RowMark, ComesBackAsItWasWritten) {
    EXPECT_EQ(row_mark(2022, "1-①-ア-2"), "torimatome:row|2022|1-①-ア-2");
    EXPECT_EQ(parse_row_mark("torimatome:row|2022|1-①-ア-2"), (RowMark{2022, "1-①-ア-2"}));
}

TEST(RowMark, RefusesWhatIsNone) {
    for (const char* text : {"", "1-①-ア-2", "torimatome:row|", "torimatome:row|2022|", "torimatome:row|令和|1-1",
                             "torimatome:form|a|2022|b"}) {
        EXPECT_EQ(parse_row_mark(text), std::nullopt) << text;
    }
}

TEST(SheetMark, TellsFormYearAndDepartment) {
    RoundForm form;
    form.form = "recommendation-progress";
    form.year = 2022;
    form.department = "こども家庭部";
    EXPECT_EQ(sheet_mark(form), "torimatome:form|recommendation-progress|2022|こども家庭部");
    EXPECT_EQ(parse_sheet_mark(sheet_mark(form)), form);
    EXPECT_EQ(parse_sheet_mark("torimatome:form|x|2022|"), std::nullopt);
}

TEST(FieldsToFillIn, AreThoseThatTheFormDoesNotSayAlready) {
    Form form;
    const auto column = [](const char* id, FieldKind kind, BlankCell blank) {
        ColumnSpec spec;
        FieldSpec field;
        field.id = id;
        field.kind = kind;
        field.blank = blank;
        spec.fields = {field};
        return spec;
    };
    form.columns = {
        column("policy", FieldKind::prose, BlankCell::keep), column("goal", FieldKind::prose, BlankCell::inherit),
        column("result", FieldKind::prose, BlankCell::keep), column("category", FieldKind::choice, BlankCell::keep),
        column("departments", FieldKind::departments, BlankCell::keep)};
    EXPECT_THAT(fields_to_fill_in(form), testing::ElementsAre("result", "category"));
}

}  // namespace
}  // namespace torimatome
