#include "pipeline/form_description.hpp"

#include <gtest/gtest.h>

#include "model/language.hpp"
#include "tests/pipeline/made_documents.hpp"

namespace torimatome::pipeline {
namespace {

TEST(FormDescription, OneLineInTheList) { EXPECT_EQ(form_line(made_form()), "progress\t資料1\t取組の進み具合"); }

TEST(FormDescription, TellsWhatAFormLooksLike) {
    Form form = made_form();
    form.title_patterns = {"{year}の取組結果"};
    form.section.patterns = {"{number} {title}"};
    form.columns.resize(2);
    form.columns[1].aliases = {"到達目標", "めざす姿"};
    form.columns[1].optional = true;
    form.columns[1].fields[0].required = false;
    form.reprint_marks = {"【再掲】"};
    EXPECT_EQ(describe_form(form),
              "progress  資料1  取組の進み具合\n"
              "題名:\n"
              "  {year}の取組結果\n"
              "見出し（提言）:\n"
              "  {number} {title}\n"
              "列:\n"
              "  「方針」\n"
              "    item: 記号（circled）、空欄は上と同じ\n"
              "    mark: 記号（katakana）、空欄は上と同じ\n"
              "    policy: 文章、空欄は上と同じ\n"
              "  「目標」（ない表もある）\n"
              "    ほかの見出し: 到達目標、めざす姿\n"
              "    goal: 文章、空欄は上と同じ、なくてもよい\n"
              "区分:\n"
              "  I: 新規（新規）\n"
              "  II: 拡充（拡充）\n"
              "  III: 継続（継続）\n"
              "再掲の印:\n"
              "  【再掲】\n"
              "取組を見分ける欄:\n"
              "  item\n"
              "  mark\n");
}

TEST(FormDescription, IsInEnglishToo) {
    Form form = made_form();
    form.columns = {form.columns[5]};
    form.columns[0].aliases = {"課"};
    form.choices.clear();
    form.identity.clear();
    set_message_language(Language::english);
    const std::string text = describe_form(form);
    set_message_language(Language::japanese);
    EXPECT_EQ(text,
              "progress  資料1  取組の進み具合\n"
              "Columns:\n"
              "  \"担当\"\n"
              "    other headings: 課\n"
              "    departments: list of departments, blank means as above\n");
}

}  // namespace
}  // namespace torimatome::pipeline
