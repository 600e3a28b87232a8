#include "model/form.hpp"

#include <gtest/gtest.h>

#include "model/document.hpp"
#include "model/language.hpp"

namespace torimatome {
namespace {

TEST(FillYears, FillsEveryPlace) {
    EXPECT_EQ(fill_years("{year}の結果と{next-year}の取組（{year}）", "令和3年度", "令和4年度"),
              "令和3年度の結果と令和4年度の取組（令和3年度）");
    EXPECT_EQ(fill_years("取組区分", "令和3年度", "令和4年度"), "取組区分");
    EXPECT_EQ(fill_years("", "令和3年度", "令和4年度"), "");
    EXPECT_EQ(fill_years("{Year}{title}", "令和3年度", "令和4年度"), "{Year}{title}");
}

TEST(FillYears, FillsEachPlaceOnce) {
    EXPECT_EQ(fill_years("{year}", "{year}", ""), "{year}") << "a filled-in text is not filled again";
}

TEST(Form, FindsAFieldInAnyColumn) {
    Form form;
    form.columns.resize(2);
    form.columns[0].fields = {FieldSpec{.id = "item"}, FieldSpec{.id = "policy"}};
    form.columns[1].fields = {FieldSpec{.id = "goal"}};
    EXPECT_EQ(form.find_field("goal"), &form.columns[1].fields[0]);
    EXPECT_EQ(form.find_field("policy"), &form.columns[0].fields[1]);
    EXPECT_EQ(form.find_field("plan"), nullptr);
}

TEST(Mappings, FindsAFormByItsId) {
    Mappings mappings;
    mappings.forms.resize(2);
    mappings.forms[1].id = "chronology";
    EXPECT_EQ(mappings.find_form("chronology"), &mappings.forms[1]);
    EXPECT_EQ(mappings.find_form("other"), nullptr);
}

TEST(Record, TellsAnAbsentFieldFromAnEmptyOne) {
    Record record;
    record.fields = {{"goal", Field{.text = "○目標"}}, {"plan", Field{}}};
    EXPECT_EQ(record.text("goal"), "○目標");
    EXPECT_EQ(record.text("plan"), "");
    EXPECT_EQ(record.text("result"), "");
    EXPECT_NE(record.find("plan"), nullptr);
    EXPECT_EQ(record.find("result"), nullptr);
    record.find("plan")->text = "予定";
    EXPECT_EQ(record.text("plan"), "予定");
}

TEST(Tell, SpeaksTheLanguageThatWasSet) {
    EXPECT_EQ(tell("読めません。", "cannot be read"), "読めません。");
    set_message_language(Language::english);
    EXPECT_EQ(tell("読めません。", "cannot be read"), "cannot be read");
    EXPECT_EQ(message_language(), Language::english);
    set_message_language(Language::japanese);
}

}  // namespace
}  // namespace torimatome
