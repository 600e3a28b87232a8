#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/language.hpp"
#include "pipeline/committee/measure_tally.hpp"
#include "pipeline/committee/members.hpp"
#include "pipeline/committee/tally.hpp"

namespace torimatome::pipeline {
namespace {

using testing::ElementsAre;

Scale letters() {
    return {"a-c", "A～C", true, "", {{"A", "", "", "", 3.0}, {"B", "", "", "", 2.0}, {"C", "", "", "", 1.0}}};
}

Scale directions() { return {"d", "方向", false, "", {{"拡充", "", "", "", {}}, {"廃止", "", "", "", {}}}}; }

Ballot ballot(const std::string& grade) {
    Ballot made;
    if (!grade.empty()) made.votes = {{"1-1", grade, "", "", {}}};
    return made;
}

MeasureTally tally_of_grades(const Scale& scale, const std::vector<std::string>& grades) {
    std::vector<Ballot> ballots;
    for (const std::string& grade : grades) ballots.push_back(ballot(grade));
    std::vector<const Ballot*> pointers;
    for (const Ballot& each : ballots) pointers.push_back(&each);
    pointers.push_back(nullptr);  // a member who sent nothing
    return tally_measure({"1-1", "", "", "", "", {}}, scale, pointers);
}

TEST(MeasureTally, CountsGradesBlanksAndUnknownOnes) {
    const MeasureTally tally = tally_of_grades(letters(), {"A", "B", "B", "Z", ""});
    EXPECT_THAT(tally.grades, ElementsAre("A", "B", "B", "Z", "", ""));
    EXPECT_THAT(tally.counts, ElementsAre(1, 2, 0));
    EXPECT_EQ(tally.unknown, 1);
    EXPECT_EQ(tally.blank, 1);
    EXPECT_THAT(tally.modes, ElementsAre("B"));
    EXPECT_NEAR(*tally.mean, 7.0 / 3, 1e-9);
    EXPECT_NEAR(*tally.spread, 0.4714045, 1e-6);
    EXPECT_FALSE(tally.split);
}

TEST(MeasureTally, IsSplitWhereGradesAreTwoApart) {
    EXPECT_TRUE(tally_of_grades(letters(), {"A", "C"}).split);
    EXPECT_FALSE(tally_of_grades(letters(), {"B", "C"}).split);
    EXPECT_FALSE(tally_of_grades(letters(), {"A"}).split);
}

TEST(MeasureTally, WithoutAnOrderHasNoMeanAndIsSplitWithoutAMajority) {
    const MeasureTally split = tally_of_grades(directions(), {"拡充", "廃止"});
    EXPECT_EQ(split.mean, std::nullopt);
    EXPECT_EQ(split.spread, std::nullopt);
    EXPECT_TRUE(split.split);
    EXPECT_THAT(split.modes, ElementsAre("拡充", "廃止"));
    EXPECT_FALSE(tally_of_grades(directions(), {"拡充", "拡充", "廃止"}).split);
}

TEST(Anonymised, HasNoNameLeft) {
    set_message_language(Language::japanese);
    ScoreTally tally;
    tally.form.measures = {{"1-1", "", "方針", "", "", {}}};
    tally.form.members = {{"潮見 花子", "会長"}, {"港 太郎", "委員"}};
    tally.members = {{{"潮見 花子", "会長"}, "委員B", {"a.xlsx"}, true},
                     {{"港 太郎", "委員"}, "委員A", {"b.xlsx"}, true}};
    tally.measures = {{tally.form.measures[0], {"A", "C"}, {1, 0, 1}, 0, 0, {"A", "C"}, 2.0, 1.0, true}};
    tally.remarks = {{Remark::Kind::comment, "1-1", 0, "港委員と同じ意見である。港湾の取組も要る。", false, {}},
                     {Remark::Kind::comment, "1-1", 1, "潮見花子さんに賛成。", false, {}}};
    Findings findings;
    const ScoreTally result = anonymised(tally, findings);
    EXPECT_THAT(result.form.members, testing::IsEmpty());
    EXPECT_EQ(result.members[0].member.name, "委員A");
    EXPECT_THAT(result.measures[0].grades, ElementsAre("C", "A"));
    EXPECT_EQ(result.remarks[0].text, "委員Bに賛成。");
    EXPECT_EQ(result.remarks[1].text, "委員Aと同じ意見である。港湾の取組も要る。");
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].code, "ballot.name-in-text");
}

TableSet table_of(const std::vector<std::vector<std::string>>& rows) {
    TableSet tables;
    tables.source.file = "委員名簿.csv";
    Table& table = tables.tables.emplace_back();
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            Cell& cell = table.cells.emplace_back();
            cell.row = static_cast<int>(r) + 1;
            cell.column = static_cast<int>(c) + 1;
            cell.content = std::make_shared<const CellText>(CellText{rows[r][c], {}, {}});
        }
    }
    return tables;
}

TEST(Members, AreReadWithTheirRoles) {
    EXPECT_THAT(read_members(table_of({{"役職", "氏名"}, {"会長", "潮見 花子"}, {"委員", " 港 太郎 "}})),
                ElementsAre(Member{"潮見 花子", "会長"}, Member{"港 太郎", "委員"}));
    EXPECT_THAT(read_members(table_of({{"潮見 花子"}, {"港 太郎"}})),
                ElementsAre(Member{"潮見 花子", ""}, Member{"港 太郎", ""}));
}

TEST(Members, CannotShareAName) {
    set_message_language(Language::japanese);
    try {
        read_members(table_of({{"氏名"}, {"港 太郎"}, {"港　太郎"}}));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "members.twice");
        EXPECT_EQ(error.finding().message, "委員名簿に「港　太郎」が2人います。");
    }
}

}  // namespace
}  // namespace torimatome::pipeline
