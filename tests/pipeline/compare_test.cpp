#include "pipeline/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pipeline/made_documents.hpp"

namespace torimatome::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kGoal = "○相談の窓口が身近な場所にあり、誰もが安心して相談できる体制が整っている。";
const std::string kOther = "○職員が必要な知識を学び、関係者と協力して支援できる体制が整っている。";
const std::string kDesk = "相談窓口を3か所に増やし、夜間も保健師が電話で相談を受けた。延べ120人から相談があった。";
const std::string kTraining = "新任職員を対象に、事例を用いた研修を年4回開催した。受講者は86人であった。";
const std::string kLeaflet = "避難所の案内を5つの言語で作り、転入者の全世帯に配布した。";
const std::string kVisit = "訪問の手順書を改め、初回の訪問を2人で行うこととした。";

Mappings mappings() {
    Mappings result = made_mappings();
    result.notation.variants = {{"取組", "取り組み"}, {"こども", "子ども"}};
    return result;
}

// 「1-①-ア-1 > 1-①-ア-2 changed」, a line a pair; 「!」 with a finding that needs a person.
std::vector<std::string> shown(const Comparison& comparison) {
    std::vector<std::string> lines;
    for (const RecordPair& pair : comparison.pairs) {
        std::string line = pair.old_record + " > " + pair.new_record + " " + to_string(pair.kind);
        for (const Finding& finding : pair.findings) {
            if (finding.severity != Severity::note) line += " !" + finding.code;
        }
        lines.push_back(line);
    }
    return lines;
}

Comparison compared(const std::vector<MadeRecord>& older, const std::vector<MadeRecord>& newer,
                    std::vector<PairDecision> decisions = {}) {
    const Document before = made_document("旧.txt", older);
    Document after = made_document("新.txt", newer);
    after.year = 2022;
    return compare(before, after, {mappings(), std::move(decisions)});
}

TEST(CompareTest, TellsSameNotationAndChanged) {
    const Comparison comparison = compared({{"1-①-ア-1", kGoal, kDesk, "", "II", "健) 保健所"},
                                            {"1-①-ア-2", kGoal, kTraining + "取組", "", "II", "健) 保健所"},
                                            {"1-①-ア-3", kGoal, kLeaflet, "", "II", "健) 保健所"}},
                                           {{"1-①-ア-1", kGoal, kDesk, "", "II", "健) 保健所"},
                                            {"1-①-ア-2", kGoal, kTraining + "取り組み", "", "Ⅱ", "健）保健所"},
                                            {"1-①-ア-3", kGoal, kLeaflet, "", "III", "健) 保健所"}});
    EXPECT_THAT(shown(comparison),
                ElementsAre("1-①-ア-1 > 1-①-ア-1 same", "1-①-ア-2 > 1-①-ア-2 notation", "1-①-ア-3 > 1-①-ア-3 changed"));
    EXPECT_EQ(comparison.pairs[1].find("category")->kind, FieldKindOfChange::notation);
    EXPECT_EQ(comparison.pairs[2].find("category")->kind, FieldKindOfChange::changed);
    EXPECT_EQ(comparison.pairs[0].score, 1);
}

TEST(CompareTest, FindsRecordsThatWereAddedRemovedAndNumberedAnew) {
    const Comparison comparison =
        compared({{"1-①-ア-1", kGoal, kDesk, "", "I", ""}, {"1-①-ア-2", kGoal, kTraining, "", "I", ""}},
                 {{"1-①-ア-1", kGoal, kLeaflet, "", "I", ""}, {"1-①-ア-2", kGoal, kDesk, "", "I", ""}});
    EXPECT_THAT(shown(comparison), ElementsAre(" > 1-①-ア-1 added", "1-①-ア-1 > 1-①-ア-2 same", "1-①-ア-2 >  removed"));
}

TEST(CompareTest, HoldsNearCopiesApartByTheirPath) {
    // Hazards 86 and 87: the same text under two policies, one of them changed a little more than the other.
    const Comparison comparison =
        compared({{"1-①-ア-1", kGoal, kDesk, "", "", ""}, {"1-①-イ-1", kOther, kDesk, "", "", ""}},
                 {{"1-①-ア-1", kGoal, kDesk + "引き続き行う。", "", "", ""}, {"1-①-イ-1", kOther, kDesk, "", "", ""}});
    EXPECT_THAT(shown(comparison), ElementsAre("1-①-ア-1 > 1-①-ア-1 changed", "1-①-イ-1 > 1-①-イ-1 same"));
}

TEST(CompareTest, PointsOutAPairThatCouldBeAnother) {
    // The old record's very text stands beside its rewording, in the same place.
    const Comparison comparison = compared({{"1-①-ア-1", kGoal, kDesk, "", "", ""}},
                                           {{"1-①-ア-1", kGoal, kDesk + "前の年より30人多い。", "", "", ""},
                                            {"1-①-ア-2", kGoal, kDesk + "前の年より20人多い。", "", "", ""}});
    ASSERT_EQ(comparison.pairs.size(), 2U);
    ASSERT_EQ(comparison.pairs[0].findings.size(), 1U);
    EXPECT_EQ(comparison.pairs[0].findings[0].code, "pair.close");
    EXPECT_EQ(comparison.pairs[0].findings[0].message,
              "前の 1-①-ア-1 に対応するとみなしました（一致度 1.00）が、新しい資料の 1-①-ア-2 "
              "もよく似ています（一致度 1.00）。");
}

TEST(CompareTest, LetsShortTextsDecideNothing) {
    // Hazard 91: only the path tells them apart.
    const std::string same = "引き続き実施する。";
    const Comparison comparison =
        compared({{"1-①-ア-1", kGoal, same, "", "", ""}, {"1-①-イ-1", kOther, same, "", "", ""}},
                 {{"1-①-イ-1", kOther, same, "", "", ""}});
    EXPECT_THAT(shown(comparison), ElementsAre("1-①-ア-1 >  removed", "1-①-イ-1 > 1-①-イ-1 same"));
}

TEST(CompareTest, FindsMovesSplitsAndMergers) {
    const Comparison moved = compared({{"1-①-ア-1", kGoal, kDesk, "", "", ""},
                                       {"1-①-ア-2", kGoal, kTraining, "", "", ""},
                                       {"1-①-イ-1", kOther, kLeaflet, "", "", ""}},
                                      {{"1-①-ア-1", kGoal, kDesk, "", "", ""},
                                       {"1-①-イ-1", kOther, kLeaflet, "", "", ""},
                                       {"1-①-イ-2", kOther, kTraining, "", "", ""}});
    EXPECT_THAT(shown(moved),
                ElementsAre("1-①-ア-1 > 1-①-ア-1 same", "1-①-イ-1 > 1-①-イ-1 same", "1-①-ア-2 > 1-①-イ-2 moved"));
    const Comparison split =
        compared({{"1-①-ア-1", kGoal, kDesk + kTraining, "", "", ""}},
                 {{"1-①-ア-1", kGoal, kDesk, "", "", ""}, {"1-①-ア-2", kGoal, kTraining, "", "", ""}});
    EXPECT_THAT(shown(split),
                ElementsAre("1-①-ア-1 > 1-①-ア-1 split !pair.split", "1-①-ア-1 > 1-①-ア-2 split !pair.split"));
    const Comparison merged =
        compared({{"1-①-ア-1", kGoal, kDesk, "", "", ""}, {"1-①-ア-2", kGoal, kTraining, "", "", ""}},
                 {{"1-①-ア-1", kGoal, kDesk + kTraining, "", "", ""}});
    EXPECT_THAT(shown(merged),
                ElementsAre("1-①-ア-1 > 1-①-ア-1 merged !pair.merged", "1-①-ア-2 > 1-①-ア-1 merged !pair.merged"));
}

TEST(CompareTest, MarksRecordsThatChangedPlaces) {
    const Comparison comparison = compared({{"1-①-ア-1", kGoal, kDesk, "", "", ""},
                                            {"1-①-ア-2", kGoal, kTraining, "", "", ""},
                                            {"1-①-ア-3", kGoal, kLeaflet, "", "", ""}},
                                           {{"1-①-ア-1", kGoal, kLeaflet, "", "", ""},
                                            {"1-①-ア-2", kGoal, kDesk, "", "", ""},
                                            {"1-①-ア-3", kGoal, kTraining, "", "", ""}});
    EXPECT_THAT(shown(comparison),
                ElementsAre("1-①-ア-3 > 1-①-ア-1 moved", "1-①-ア-1 > 1-①-ア-2 same", "1-①-ア-2 > 1-①-ア-3 same"));
}

TEST(CompareTest, ObeysDecisions) {
    using Kind = PairDecision::Kind;
    const std::vector<MadeRecord> older = {{"1-①-ア-1", kGoal, kDesk, "", "", ""}};
    const std::vector<MadeRecord> newer = {{"1-①-ア-1", kGoal, kDesk, "", "", ""},
                                           {"1-①-ア-2", kGoal, kVisit, "", "", ""}};
    const Comparison pinned = compared(older, newer, {{Kind::pin, "2021", "2022", "1-①-ア-1", "1-①-ア-2"}});
    EXPECT_THAT(shown(pinned), ElementsAre(" > 1-①-ア-1 added", "1-①-ア-1 > 1-①-ア-2 changed"));
    EXPECT_TRUE(pinned.pairs[1].pinned);
    const Comparison forbidden = compared(older, newer, {{Kind::forbid, "", "", "1-①-ア-1", "1-①-ア-1"}});
    EXPECT_THAT(shown(forbidden), ElementsAre("1-①-ア-1 >  removed", " > 1-①-ア-1 added", " > 1-①-ア-2 added"));
    const Comparison alone = compared(older, newer, {{Kind::pin, "", "", "1-①-ア-1", ""}});
    EXPECT_THAT(shown(alone), ElementsAre("1-①-ア-1 >  removed", " > 1-①-ア-1 added", " > 1-①-ア-2 added"));
    const Comparison unknown = compared(older, newer, {{Kind::pin, "", "", "9-①-ア-1", "1-①-ア-2", 7}});
    ASSERT_EQ(unknown.findings.size(), 1U);
    EXPECT_EQ(unknown.findings[0].message,
              "対応の指定にある 9-①-ア-1 は、古い資料にありません。この行は使いませんでした。");
}

TEST(CompareTest, PutsPlansBesideTheirResults) {
    const std::string plan = "相談窓口を3か所に増やす。手引を作り、全ての学校に配る。";
    const Comparison comparison = compared(
        {{"1-①-ア-1", kGoal, kVisit, plan, "", ""}},
        {{"1-①-ア-1", kGoal, "相談窓口を3か所に増やした。", "", "", ""}, {"1-①-ア-2", kGoal, kLeaflet, "", "", ""}});
    ASSERT_EQ(comparison.plan_to_result.size(), 1U);
    const PlanAnswer& answer = comparison.plan_to_result[0];
    EXPECT_EQ(answer.plan, (Statement{"1-①-ア-1", plan}));
    EXPECT_EQ(answer.result, (Statement{"1-①-ア-1", "相談窓口を3か所に増やした。"}));
    EXPECT_THAT(answer.unanswered, ElementsAre("手引を作り、全ての学校に配る。"));
    EXPECT_THAT(answer.unannounced, IsEmpty());
    EXPECT_THAT(comparison.unannounced, ElementsAre(Statement{"1-①-ア-2", kLeaflet}));
}

TEST(CompareTest, FollowsMeasuresThroughTheYears) {
    std::vector<Document> documents = {
        made_document("1.txt", {{"1-①-ア-1", kGoal, kDesk, "", "", ""}}),
        made_document("2.txt", {{"1-①-ア-1", kGoal, kLeaflet, "", "", ""}, {"1-①-ア-2", kGoal, kDesk, "", "", ""}}),
        made_document("3.txt", {{"1-①-ア-1", kGoal, kLeaflet, "", "", ""}})};
    const ComparisonSeries series = compare_all(documents, {mappings()});
    EXPECT_EQ(series.comparisons.size(), 2U);
    EXPECT_THAT(series.timelines,
                ElementsAre(Timeline{{{}, {"1-①-ア-1"}, {"1-①-ア-1"}}}, Timeline{{{"1-①-ア-1"}, {"1-①-ア-2"}, {}}}));
}

}  // namespace
}  // namespace torimatome::pipeline
