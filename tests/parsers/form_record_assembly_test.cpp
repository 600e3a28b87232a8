#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/form/record_assembly.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Texts = std::map<std::string, std::string>;

const Texts kFull = {{"item", "①"},
                     {"policy_mark", "ア"},
                     {"policy", "窓口を整える。"},
                     {"goal", "○窓口がある。"},
                     {"result", "開設した。"},
                     {"evaluation", "よかった。"},
                     {"plan", "続ける。"},
                     {"category", "II"},
                     {"departments", "健) 保健所"}};

class Assembly : public testing::Test {
  protected:
    // The record of a row on `line` that has these texts; every other field is a blank cell.
    Record add(const Texts& texts, int line = 1, const std::vector<std::string>& surely_blank = {}) {
        RawRow row;
        row.source.line = line;
        for (const ColumnSpec& column : form_.columns) {
            for (const FieldSpec& spec : column.fields) {
                RawField raw;
                raw.spec = &spec;
                raw.id = spec.id;
                if (const auto found = texts.find(spec.id); found != texts.end()) {
                    raw.text = found->second;
                    raw.source.line = line;
                }
                raw.surely_blank = std::find(surely_blank.begin(), surely_blank.end(), spec.id) != surely_blank.end();
                row.fields.push_back(std::move(raw));
            }
        }
        return assembly_.add(std::move(row), findings_);
    }

    const Form& form_ = shipped_form("recommendation-progress");
    RecordAssembly assembly_{form_, shipped_mappings()};
    Findings findings_;
};

TEST_F(Assembly, ABlankRowTakesWhatSpansFromAbove) {
    assembly_.start_section("1");
    add(kFull, 3);
    const Record record =
        add({{"result", "増やした。"}, {"evaluation", "必要。"}, {"plan", "図る。"}, {"category", "III"}}, 4);
    EXPECT_EQ(field_texts(record), (Texts{{"item", "<①>"},
                                          {"policy_mark", "<ア>"},
                                          {"policy", "<窓口を整える。>"},
                                          {"goal", "<○窓口がある。>"},
                                          {"result", "増やした。"},
                                          {"evaluation", "必要。"},
                                          {"plan", "図る。"},
                                          {"category", "III"},
                                          {"departments", "<健) 保健所>"}}));
    EXPECT_EQ(record.id, "1-①-ア-2");
    EXPECT_EQ(record.source.line, 4);
    EXPECT_EQ(record.find("goal")->source.line, 3);
    EXPECT_EQ(record.find("result")->source, SourcePosition{});
    EXPECT_THAT(record.find("departments")->values, ElementsAre("健) 保健所"));
    EXPECT_THAT(findings_, IsEmpty());
}

TEST_F(Assembly, ResultEvaluationPlanAndCategoryAreNeverInherited) {
    add(kFull);
    const Record record = add({{"goal", "○別の窓口がある。"}});
    EXPECT_EQ(field_texts(record), (Texts{{"item", "<①>"},
                                          {"policy_mark", "<ア>"},
                                          {"policy", "<窓口を整える。>"},
                                          {"goal", "○別の窓口がある。"},
                                          {"departments", "<健) 保健所>"}}));
}

TEST_F(Assembly, WhatIsInheritedIsHandedOnWithItsFirstPlace) {
    add(kFull, 3);
    add({{"result", "増やした。"}}, 4);
    const Record record = add({{"result", "減らした。"}}, 5);
    EXPECT_EQ(record.find("goal")->source.line, 3);
    EXPECT_EQ(record.find("policy")->source.line, 3);
}

TEST_F(Assembly, ANewMarkStopsGoalAndDepartments) {
    add(kFull);
    const Record record = add({{"policy_mark", "イ"}, {"policy", "研修を行う。"}, {"result", "行った。"}});
    EXPECT_EQ(field_texts(record),
              (Texts{{"item", "<①>"}, {"policy_mark", "イ"}, {"policy", "研修を行う。"}, {"result", "行った。"}}));
    EXPECT_EQ(record.id, "①-イ-1");
}

TEST_F(Assembly, ANewItemStopsTheOldPolicyToo) {
    add(kFull);
    const Record record = add({{"item", "②"}, {"result", "行った。"}});
    EXPECT_EQ(field_texts(record), (Texts{{"item", "②"}, {"result", "行った。"}}));
    EXPECT_EQ(record.id, "②-1");
}

TEST_F(Assembly, AFieldThatTheRowAboveLacksIsNotTakenFromFurtherUp) {
    add(kFull);
    add({{"item", "②"}, {"policy", "研修を行う。"}, {"result", "行った。"}});
    const Record record = add({{"result", "続けた。"}});
    EXPECT_EQ(field_texts(record), (Texts{{"item", "<②>"}, {"policy", "<研修を行う。>"}, {"result", "続けた。"}}));
}

TEST_F(Assembly, ABlankCellOfItsOwnAmongMergedOnesIsBlank) {
    add(kFull);
    const Record record = add({{"result", "増やした。"}}, 2, {"goal", "departments", "policy"});
    // The first column goes on whatever its borders say: a row without its policy has no place.
    EXPECT_EQ(
        field_texts(record),
        (Texts{{"item", "<①>"}, {"policy_mark", "<ア>"}, {"policy", "<窓口を整える。>"}, {"result", "増やした。"}}));
}

TEST_F(Assembly, NothingIsInheritedAcrossSections) {
    assembly_.start_section("1");
    add(kFull);
    assembly_.start_section("2");
    const Record record = add({{"result", "増やした。"}});
    EXPECT_EQ(field_texts(record), (Texts{{"result", "増やした。"}}));
    EXPECT_EQ(record.id, "2-1");
    EXPECT_EQ(record.section, "2");
}

TEST_F(Assembly, ASectionHeadedAgainOnTheNextPageGoesOn) {
    assembly_.start_section("1");
    add(kFull);
    assembly_.start_section("1");
    EXPECT_EQ(add({{"result", "増やした。"}}).id, "1-①-ア-2");
}

TEST_F(Assembly, IdsAreUniqueThoughMarksStartAgain) {
    assembly_.start_section("1");
    std::vector<std::string> ids = {add(kFull).id, add({{"result", "した。"}}).id};
    ids.push_back(add({{"policy_mark", "イ"}, {"policy", "研修を行う。"}}).id);
    ids.push_back(add(kFull).id);
    assembly_.start_section("2");
    ids.push_back(add(kFull).id);
    EXPECT_THAT(ids, ElementsAre("1-①-ア-1", "1-①-ア-2", "1-①-イ-1", "1-①-ア-3", "2-①-ア-1"));
}

TEST_F(Assembly, ListsReprintsAndChoices) {
    Texts texts = kFull;
    texts["departments"] = "健) 保健所 こ) こども家庭部";
    texts["plan"] = "続ける。【再掲】";
    texts["result"] = "再掲のとおり開設した。";
    texts["category"] = "III II";
    const Record record = add(texts);
    EXPECT_EQ(record.text("departments"), "健) 保健所\nこ) こども家庭部");
    EXPECT_THAT(record.find("departments")->values, ElementsAre("健) 保健所", "こ) こども家庭部"));
    EXPECT_TRUE(record.find("plan")->reprinted);
    EXPECT_FALSE(record.find("result")->reprinted);
    EXPECT_THAT(record.find("category")->values, ElementsAre("III", "II"));
    ASSERT_EQ(findings_.size(), 1U);
    EXPECT_EQ(findings_[0].code, "row.packed");
    EXPECT_EQ(findings_[0].record, "①-ア-1");
    EXPECT_EQ(findings_[0].field, "category");
    EXPECT_EQ(findings_[0].message,
              "1つの欄に区分が2つあります（III II）。2行分の内容が1行にまとまっているようです。分けずに残しています。");
    EXPECT_EQ(findings_[0].hint, "どの文がどの区分のものか、元の資料で確かめてください。");
}

TEST_F(Assembly, DepartmentsJoinedByCommasStayAsWritten) {
    Texts texts = kFull;
    texts["departments"] = "保健所、こども家庭部";
    const Record record = add(texts);
    EXPECT_EQ(record.text("departments"), "保健所、こども家庭部");
    EXPECT_THAT(record.find("departments")->values, ElementsAre("保健所", "こども家庭部"));
}

TEST_F(Assembly, AnUnknownCategoryIsReportedAndKept) {
    Texts texts = kFull;
    texts["category"] = "継続中";
    EXPECT_EQ(add(texts).text("category"), "継続中");
    ASSERT_EQ(findings_.size(), 1U);
    EXPECT_EQ(findings_[0].code, "category.unknown");
    EXPECT_EQ(findings_[0].message, "「継続中」は、この様式の区分にありません。");
}

TEST_F(Assembly, ALookAlikeMarkKeepsItsTextAndOrdersByItsValue) {
    RawRow row;
    row.source.line = 7;
    for (const auto& [id, text] : Texts{{"item", "④"}, {"policy_mark", "工"}, {"policy", "施設を増やす。"}}) {
        RawField raw;
        raw.spec = form_.find_field(id);
        raw.id = id;
        raw.text = text;
        raw.source.line = 7;
        if (id == "policy_mark") raw.value = "エ";
        row.fields.push_back(std::move(raw));
    }
    const Record record = assembly_.add(std::move(row), findings_);
    EXPECT_EQ(record.id, "④-エ-1");
    EXPECT_EQ(record.text("policy_mark"), "工");
    EXPECT_EQ(record.find("policy_mark")->value, "エ");
    ASSERT_EQ(findings_.size(), 1U);
    EXPECT_EQ(findings_[0].code, "mark.look-alike");
    EXPECT_EQ(findings_[0].severity, Severity::warning);
    EXPECT_EQ(findings_[0].source.line, 7);
    EXPECT_EQ(findings_[0].message, "記号「工」は「エ」の読み違いと見て並べました。文字はそのまま残しています。");
}

TEST_F(Assembly, ACharacterOfAnotherRegionIsReportedOnceThoughItsCellSpans) {
    Texts texts = kFull;
    texts["policy"] = "相談窓口の発出を进める。";
    add(texts);
    add({{"result", "増やした。"}});
    ASSERT_EQ(codes(findings_), (std::vector<std::string>{"text.look-alike"}));
    EXPECT_EQ(findings_[0].message, "「进」は「進」の読み違いかもしれません。文字はそのまま残しています。");
}

TEST_F(Assembly, SameAsAboveTakesTheTextAboveAndSaysSo) {
    add(kFull, 3);
    const Record record = add({{"result", "〃"}, {"plan", "同上【再掲】"}, {"category", "同 上"}}, 4);
    EXPECT_EQ(field_texts(record).at("result"), "<開設した。>");
    EXPECT_EQ(field_texts(record).at("plan"), "<続ける。>");
    EXPECT_TRUE(record.find("plan")->reprinted);
    EXPECT_EQ(field_texts(record).at("category"), "<II>");
    EXPECT_EQ(record.find("result")->source.line, 3);
    EXPECT_THAT(codes(findings_), ElementsAre("field.ditto", "field.ditto", "field.ditto"));
    EXPECT_EQ(findings_[0].severity, Severity::note);
    EXPECT_EQ(findings_[0].message, "「〃」を、上の行の内容として読みました。");
}

TEST_F(Assembly, SameAsAboveWithNothingAboveIsKeptAndReported) {
    const Record record = add({{"item", "①"}, {"result", "同上"}});
    EXPECT_EQ(record.text("result"), "同上");
    EXPECT_FALSE(record.find("result")->inherited);
    ASSERT_THAT(codes(findings_), ElementsAre("field.ditto-unresolved"));
    EXPECT_EQ(findings_[0].severity, Severity::warning);
    EXPECT_EQ(findings_[0].message, "「同上」とありますが、上の行に内容がありません。");
}

TEST_F(Assembly, AnswersWithoutATextOfTheirOwnAreToldFromBlanks) {
    Texts texts = kFull;
    texts["result"] = "該当なし";
    texts["evaluation"] = "－";
    texts["plan"] = "前年度のまま";
    const Record record = add(texts);
    EXPECT_EQ(record.text("result"), "該当なし");
    EXPECT_EQ(record.find("result")->value, "none");
    EXPECT_EQ(record.find("evaluation")->value, "none");
    EXPECT_EQ(record.find("plan")->value, "unchanged");
    EXPECT_EQ(record.find("goal")->value, "");
    ASSERT_EQ(findings_.size(), 3U);
    EXPECT_EQ(findings_[0].code, "field.none");
    EXPECT_EQ(findings_[0].severity, Severity::note);
    EXPECT_EQ(findings_[0].message, "「該当なし」と書かれています（空欄ではありません）。");
    EXPECT_EQ(findings_[1].message, "「－」と書かれています（空欄ではありません）。");
    EXPECT_EQ(findings_[2].code, "field.unchanged");
    EXPECT_EQ(findings_[2].severity, Severity::warning);
    EXPECT_EQ(findings_[2].message, "「前年度のまま」と書かれています。前年度の内容は入れていません。");
    EXPECT_EQ(findings_[2].hint, "前年度の内容を書いてもらってください。");
}

TEST_F(Assembly, ARowThatGoesOnIsJoinedToItsRecord) {
    Record record = add(kFull, 3);
    RawRow more;
    more.source.line = 4;
    RawField raw;
    raw.spec = form_.find_field("result");
    raw.id = "result";
    raw.text = "あわせて研修を";
    more.fields.push_back(raw);
    assembly_.continue_record(more, record);
    more.fields[0].text = "行った。";
    assembly_.continue_record(more, record);
    EXPECT_EQ(record.text("result"), "開設した。あわせて研修を行った。");
    EXPECT_EQ(record.text("plan"), "続ける。");
}

TEST_F(Assembly, UnknownColumnsComeLastWithTheirHeading) {
    RawRow row;
    RawField budget;
    budget.id = "予算額";
    budget.text = "1,200";
    row.fields.push_back(budget);
    RawField plan;
    plan.spec = form_.find_field("plan");
    plan.id = "plan";
    plan.text = "続ける。";
    row.fields.push_back(plan);
    const Record record = assembly_.add(std::move(row), findings_);
    ASSERT_EQ(record.fields.size(), 2U);
    EXPECT_EQ(record.fields[0].first, "plan");
    EXPECT_EQ(record.fields[1].first, "予算額");
    EXPECT_EQ(record.text("予算額"), "1,200");
}

TEST(ChronologyAssembly, DatesGetAnIsoValue) {
    const Form& form = shipped_form("chronology");
    RecordAssembly assembly(form, shipped_mappings());
    Findings findings;
    const auto value_of = [&](const std::string& text) {
        RawRow row;
        RawField raw;
        raw.spec = form.find_field("date");
        raw.id = "date";
        raw.text = text;
        row.fields.push_back(raw);
        return assembly.add(std::move(row), findings).find("date")->value;
    };
    EXPECT_EQ(value_of("令和元年6月5日"), "2019-06-05");
    EXPECT_EQ(value_of("R3.4.1"), "2021-04-01");
    EXPECT_EQ(value_of("令和6年2月30日"), "");
    EXPECT_EQ(value_of("令和3年4月～"), "");
}

}  // namespace
}  // namespace torimatome::parsers
