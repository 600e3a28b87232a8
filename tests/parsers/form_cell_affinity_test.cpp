#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsers/form/cell_affinity.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {

void PrintTo(const FusedPart& part, std::ostream* out) {
    *out << part.field->id << "=" << part.text << (part.value.empty() ? "" : " (" + part.value + ")");
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Form& progress() { return shipped_form("recommendation-progress"); }

std::vector<const FieldSpec*> fields(const Form& form, const std::vector<std::string>& ids) {
    std::vector<const FieldSpec*> result;
    for (const std::string& id : ids) result.push_back(form.find_field(id));
    return result;
}

std::vector<std::string> parts(const std::string& text, const Form& form, const std::vector<std::string>& ids) {
    std::vector<std::string> result;
    for (const FusedPart& part : split_fused(text, fields(form, ids))) {
        result.push_back(part.value.empty() ? part.text : part.text + "=" + part.value);
    }
    return result;
}

std::vector<std::string> policy_parts(const std::string& text) {
    return parts(text, progress(), {"item", "policy_mark", "policy"});
}

TEST(SplitFused, TakesMarksOffAPolicy) {
    EXPECT_THAT(policy_parts("① ア 相談の窓口を整える。"), ElementsAre("①", "ア", "相談の窓口を整える。"));
    EXPECT_THAT(policy_parts("①ア 相談の窓口を整える。"), ElementsAre("①", "ア", "相談の窓口を整える。"));
    EXPECT_THAT(policy_parts("①　ア　相談の窓口を整える。"), ElementsAre("①", "ア", "相談の窓口を整える。"));
    EXPECT_THAT(policy_parts("①\nア\n相談の窓口を整える。"), ElementsAre("①", "ア", "相談の窓口を整える。"));
    EXPECT_THAT(policy_parts("イ 研修を行う。"), ElementsAre("", "イ", "研修を行う。"));
    EXPECT_THAT(policy_parts("② 研修を行う。"), ElementsAre("②", "", "研修を行う。"));
    EXPECT_THAT(policy_parts("研修を行う。"), ElementsAre("", "", "研修を行う。"));
    EXPECT_THAT(policy_parts("③"), ElementsAre("③", "", ""));
}

TEST(SplitFused, AWordIsNoMark) {
    EXPECT_THAT(policy_parts("① アセスメントの質を高める。"), ElementsAre("①", "", "アセスメントの質を高める。"));
    EXPECT_THAT(policy_parts("エレベーターを直す。"), ElementsAre("", "", "エレベーターを直す。"));
}

TEST(SplitFused, AMarkReadThroughALookAlikeKeepsWhatWasWritten) {
    EXPECT_THAT(policy_parts("④ 工 施設を増やす。"), ElementsAre("④", "工=エ", "施設を増やす。"));
    EXPECT_THAT(policy_parts("④ 工事を行う。"), ElementsAre("④", "", "工事を行う。"));
}

TEST(SplitFused, TakesAShortNameOffItsSentence) {
    const Form& plan = shipped_form("plan-results");
    EXPECT_THAT(parts("相談表の作成 市と県で同じ表を使う。", plan, {"measure", "measure_detail"}),
                ElementsAre("相談表の作成", "市と県で同じ表を使う。"));
    EXPECT_THAT(parts("相談表の作成\n市と県で同じ表を使う。", plan, {"measure", "measure_detail"}),
                ElementsAre("相談表の作成", "市と県で同じ表を使う。"));
    EXPECT_THAT(parts("(2) 相談表の作成　市と県で同じ表を使う。", plan, {"measure", "measure_detail"}),
                ElementsAre("(2) 相談表の作成", "市と県で同じ表を使う。"));
    EXPECT_THAT(parts("2 相談表の作成", plan, {"measure", "measure_detail"}), ElementsAre("2 相談表の作成", ""));
    EXPECT_THAT(parts("相談表の作成", plan, {"measure", "measure_detail"}), ElementsAre("相談表の作成", ""));
}

TEST(SplitFused, ASingleFieldTakesTheWholeText) {
    EXPECT_THAT(parts("①", progress(), {"item"}), ElementsAre("①"));
    EXPECT_THAT(parts("① ほか", progress(), {"item"}), ElementsAre("① ほか"));
    EXPECT_THAT(parts("ほか", progress(), {"item"}), ElementsAre("ほか"));
    EXPECT_THAT(parts("① ア ほか", progress(), {"item", "policy_mark"}), ElementsAre("①", "ア ほか"));
}

std::vector<std::string> choices(const std::string& text) {
    std::vector<std::string> values;
    for (const Choice* choice : choices_in(text, progress())) values.push_back(choice->value);
    return values;
}

TEST(Choices, AreKnownInEveryNotation) {
    for (const char* text : {"II", "Ⅱ", "ＩＩ", "ii", "ⅱ", "2", "２", "拡充", "現在の取組を拡充していく項目", " II "}) {
        EXPECT_THAT(choices(text), ElementsAre("II")) << text;
    }
    EXPECT_THAT(choices("III III"), ElementsAre("III", "III"));
    EXPECT_THAT(choices("III\nII"), ElementsAre("III", "II"));
    EXPECT_THAT(choices("I、II"), ElementsAre("I", "II"));
    EXPECT_THAT(choices("Ⅰ・Ⅲ"), ElementsAre("I", "III"));
}

TEST(Choices, AnythingElseIsNone) {
    for (const char* text : {"", "IV", "4", "継続中", "II など", "ＩＩＩＩ"})
        EXPECT_THAT(choices(text), IsEmpty()) << text;
}

double points(const std::string& field, const std::string& text) {
    const AffinityContext context{&progress(), &shipped_mappings().organisations, 2021};
    return cell_affinity(*progress().find_field(field), text, context);
}

// The field that a text fits best among all of the form.
std::string best_field(const std::string& text) {
    std::string best;
    double most = -100;
    for (const ColumnSpec& column : progress().columns) {
        for (const FieldSpec& field : column.fields) {
            const double fit = points(field.id, text);
            if (fit > most) best = field.id;
            most = std::max(most, fit);
        }
    }
    return best;
}

TEST(CellAffinity, TellsWhatACellIs) {
    EXPECT_EQ(best_field("③"), "item");
    EXPECT_EQ(best_field("ウ"), "policy_mark");
    EXPECT_EQ(best_field("○誰もが相談できる体制が整っている。"), "goal");
    EXPECT_EQ(best_field("令和3年度は窓口を2か所で開設した。"), "result");
    EXPECT_EQ(best_field("早い段階で相談につなげることができた。"), "evaluation");
    EXPECT_EQ(best_field("周知が課題であり、案内を見直す必要がある。"), "evaluation");
    EXPECT_EQ(best_field("引き続き、令和4年度も窓口の周知を進める。"), "plan");
    EXPECT_EQ(best_field("II"), "category");
    EXPECT_EQ(best_field("こ) こども家庭部 健) 保健所"), "departments");
}

TEST(CellAffinity, TheReprintMarkSaysNothingAboutTheTense) {
    EXPECT_EQ(points("result", "窓口を開設した。【再掲】"), points("result", "窓口を開設した。"));
    EXPECT_EQ(points("result", "窓口を開設した。 （再掲）"), points("result", "窓口を開設した。"));
}

TEST(CellAffinity, OfTheEndingsTheLongestCounts) {
    EXPECT_EQ(points("evaluation", "連携できた。"), 2);
    EXPECT_EQ(points("evaluation", "連携した。"), 0.3);
}

TEST(CellAffinity, ProseIsNeverAMarkACategoryOrAList) {
    EXPECT_EQ(points("result", "①"), -12);
    EXPECT_EQ(points("plan", "II"), -12);
    EXPECT_EQ(points("goal", "健) 保健所"), -4);
    EXPECT_EQ(points("category", "窓口を開設した。"), -12);
    EXPECT_EQ(points("departments", "窓口を開設した。"), -12);
    EXPECT_EQ(points("item", "ア"), -12);
}

TEST(CellAffinity, FusedCellsCountEachPart) {
    const AffinityContext context{&progress(), &shipped_mappings().organisations, 2021};
    const auto fused = [&](const std::string& text) {
        return fused_affinity(fields(progress(), {"item", "policy_mark", "policy"}), text, context);
    };
    EXPECT_EQ(fused("① ア 相談の窓口を整える。"), 8);
    EXPECT_EQ(fused("イ 相談の窓口を整える。"), 1);
    EXPECT_EQ(fused("相談の窓口を整える。"), -6);
    EXPECT_EQ(fused("①"), -11);
}

TEST(CellAffinity, DatesAreKnownInEveryNotation) {
    const Form& chronology = shipped_form("chronology");
    const AffinityContext context{&chronology, &shipped_mappings().organisations, std::nullopt};
    const FieldSpec& date = *chronology.find_field("date");
    for (const char* text : {"令和3年4月1日", "R3.4.1", "2021-04-01"}) {
        EXPECT_EQ(cell_affinity(date, text, context), 4) << text;
    }
    EXPECT_EQ(cell_affinity(date, "会議を開催", context), -4);
    EXPECT_EQ(cell_affinity(*chronology.find_field("content"), "令和3年4月1日", context), -4);
}

}  // namespace
}  // namespace torimatome::parsers
