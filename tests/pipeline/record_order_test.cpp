#include "pipeline/consolidation/record_order.hpp"

#include <gtest/gtest.h>

#include "pipeline/consolidation/goal_rows.hpp"
#include "tests/pipeline/made_documents.hpp"

namespace torimatome::pipeline {
namespace {

std::vector<std::size_t> merged(std::vector<std::size_t> order, const std::vector<std::size_t>& sequence) {
    merge_sequence(order, sequence);
    return order;
}

TEST(MergeSequence, WhatIsNewStandsBeforeWhatFollowsItElseAtTheEnd) {
    using List = std::vector<std::size_t>;
    EXPECT_EQ(merged({}, {3, 1}), (List{3, 1}));
    EXPECT_EQ(merged({1, 3}, {1, 2, 3}), (List{1, 2, 3}));
    EXPECT_EQ(merged({1, 3}, {1, 3, 4}), (List{1, 3, 4}));
    EXPECT_EQ(merged({1, 3}, {5, 6, 3}), (List{1, 5, 6, 3}));
    EXPECT_EQ(merged({1, 3}, {3, 2, 1}), (List{2, 1, 3}));
}

// Results of the records in order, and the ids of the base's records without an answer.
struct Ordered {
    std::vector<std::string> results;
    std::vector<std::string> unanswered;
    friend bool operator==(const Ordered&, const Ordered&) = default;
};

std::ostream& operator<<(std::ostream& out, const Ordered& ordered) {
    for (const std::string& result : ordered.results) out << result << ' ';
    out << '|';
    for (const std::string& id : ordered.unanswered) out << ' ' << id;
    return out;
}

Ordered order(const std::vector<std::vector<MadeRecord>>& inputs, const std::vector<MadeRecord>& base_records = {}) {
    const Mappings mappings = made_mappings();
    const RecordComparison comparison(mappings.forms[0], mappings.organisations);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (const MadeRecord& made : inputs[i]) {
            Entry entry;
            entry.record = made_record(made, 1);
            entry.key = comparison.key_of(entry.record);
            entry.reading = i;
            entry.answer_group = entries.size();
            entries.push_back(entry);
        }
    }
    Base base;
    for (const MadeRecord& made : base_records) {
        base.records.push_back(made_record(made, 1));
        base.keys.push_back(comparison.key_of(base.records.back()));
    }
    find_twins(entries, base.keys);
    const std::vector<Section> sections = {{"1", "", {}}, {"2", "", {}}};
    const PlanOrder plan = plan_order(entries, sections, base, mappings.forms[0]);
    Ordered ordered;
    for (const std::size_t i : plan.entries) ordered.results.push_back(entries[i].record.text("result"));
    for (const std::size_t i : plan.unanswered) ordered.unanswered.push_back(base.records[i].id);
    return ordered;
}

TEST(RecordOrder, WithoutABaseTheMarksLead) {
    EXPECT_EQ(order({{{"2-①-ア-1", "目標", "g"}, {"1-②-ア-1", "目標", "e"}, {"1-⑩-ア-1", "目標", "f"}},
                     {{"1-①-イ-1", "目標", "c"}, {"1-①-ア-1", "目標", "b"}, {"1-①-オ-1", "目標", "d"}},
                     {{"1-1", "目標", "a"}, {"9-①-ア-1", "目標", "h"}}}),
              (Ordered{{"a", "b", "c", "d", "e", "f", "g", "h"}, {}}));
}

TEST(RecordOrder, RowsOfOneGoalStandTogetherWhateverInputTheyAreFrom) {
    EXPECT_EQ(order({{{"1-①-ア-1", "見守りを広げる", "a1", "", "", "保健所"},
                      {"1-①-ア-2", "職員を育てる", "a2", "", "", "保健所"}},
                     {{"1-①-ア-1", "見守りを広げる", "b1", "", "", "福祉部"},
                      {"1-①-ア-2", "記録をそろえる", "b2", "", "", "福祉部"},
                      {"1-①-ア-3", "職員を育てる", "b3", "", "", "福祉部"}}}),
              (Ordered{{"a1", "b1", "b2", "a2", "b3"}, {}}));
}

const std::vector<MadeRecord> kBase = {
    {"1-①-イ-1", "記録をそろえる", "x1", "", "", "保健所"}, {"1-①-ア-1", "職員を育てる", "x2", "", "", "学校教育部"},
    {"1-①-ア-2", "職員を育てる", "x3", "", "", "保健所"},   {"1-①-ア-3", "見守りを広げる", "x4", "", "", "保健所"},
    {"2-①-ア-1", "窓口をまとめる", "x5", "", "", "福祉部"},
};

TEST(RecordOrder, TheBaseLeadsPathsGoalsAndRows) {
    EXPECT_EQ(order({{{"1-①-ア-1", "見守りを広げる", "d", "", "", "保健所"},
                      {"1-①-ア-2", "職員を育てる", "c", "", "", "保健所"},
                      {"1-①-イ-1", "記録をそろえる", "a", "", "", "保健所"}},
                     {{"1-①-ア-1", "職員を育てる", "b", "", "", "教) 学校教育部"}}},
                    kBase),
              (Ordered{{"a", "b", "c", "d"}, {"2-①-ア-1"}}));
}

TEST(RecordOrder, WhatTheBaseLacksStandsBehindItsSiblingsOrBeforeWhatFollowsIt) {
    EXPECT_EQ(order({{{"1-①-ア-1", "職員を育てる", "b", "", "", "学校教育部"},
                      {"1-①-ア-2", "職員を育てる", "new row", "", "", "福祉部"},
                      {"1-①-ア-3", "訪問を増やす", "new goal", "", "", "福祉部"},
                      {"1-①-ア-4", "見守りを広げる", "d", "", "", "保健所"},
                      {"1-②-ア-1", "窓口を広げる", "new path", "", "", "福祉部"},
                      {"1-①-イ-1", "記録をそろえる", "a", "", "", "保健所"},
                      {"2-①-ア-1", "窓口をまとめる", "e", "", "", "福祉総務部"}}},
                    kBase),
              (Ordered{{"a", "b", "new row", "new goal", "d", "new path", "e"}, {"1-①-ア-2"}}));
}

TEST(RecordOrder, ARecordWithoutMarksStandsWhereTheBaseHasItsGoal) {
    EXPECT_EQ(order({{{"1-1", "見守りを広げる", "b", "", "", "保健所"},
                      {"1-①-イ-1", "記録をそろえる", "a", "", "", "保健所"}}},
                    {kBase[0], kBase[3]}),
              (Ordered{{"a", "b"}, {}}));
}

TEST(RecordOrder, OfSeveralRowsOfADepartmentTheMostSimilarLeads) {
    const std::vector<MadeRecord> base = {
        {"1-①-ア-1", "職員を育てる", "研修を12回行い、延べ340人が参加した。", "", "", "保健所"},
        {"1-①-ア-2", "職員を育てる", "手引きを改訂して全ての職場に配布した。", "", "", "保健所"},
    };
    EXPECT_EQ(order({{{"1-①-ア-1", "職員を育てる", "改訂した手引きを全ての職場に配布した。", "", "", "保健所"},
                      {"1-①-ア-2", "職員を育てる", "研修を15回行い、延べ402人が参加した。", "", "", "保健所"}}},
                    base),
              (Ordered{{"研修を15回行い、延べ402人が参加した。", "改訂した手引きを全ての職場に配布した。"}, {}}));
}

TEST(RecordOrder, AGoalUnderANewMarkCountsAsAnswered) {
    EXPECT_EQ(order({{{"2-②-イ-1", "窓口をまとめる", "a", "", "", "福祉部"}}}, {kBase[4]}), (Ordered{{"a"}, {}}));
}

}  // namespace
}  // namespace torimatome::pipeline
