// What rows of extracted text say against one another: rows lost, moved, doubled or run together leave plausible rows
// behind, and only the rows around them tell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kHead =
    "取組方針\t\t\t取組の到達目標\t令和3年度の取組とその結果\t継続すべきよかった点、改善すべき点\t令和4年度の取組\t"
    "取組区分\t担当部\n";

std::string row(const std::string& marks, const std::string& topic, const std::string& departments = "健) 保健所") {
    const std::string goal = departments.empty() ? "" : "○" + topic + "の担い手が育っている。";
    return marks + "\t" + goal + "\t" + topic + "の教室を開催した。\t" + topic +
           "への理解が深まったことはよかった。\t" + topic + "の教室を引き続き開催していく。\tII\t" + departments + "\n";
}

std::string start(const std::string& item, const std::string& mark, const std::string& topic) {
    return row(item + "\t" + mark + "\t" + topic + "を進める。", topic);
}

std::string going_on(const std::string& topic, const std::string& departments = "") {
    return row("\t\t", topic, departments);
}

Findings doubts(const std::string& text, const std::string& record) {
    const BuiltDocument built = build_text(text);
    EXPECT_TRUE(built.ledger.balanced());
    Findings found;
    for (const Finding& finding : built.document.findings) {
        if (finding.record == record) found.push_back(finding);
    }
    return found;
}

std::vector<std::string> all_codes(const std::string& text) { return codes(build_text(text).document.findings); }

TEST(RowDoubts, SoundRowsHaveNone) {
    EXPECT_THAT(all_codes(kHead + start("①", "ア", "水泳") + going_on("体操") + start("②", "イ", "読書") +
                          start("③", "ウ", "料理") + going_on("園芸", "教) 学校教育部")),
                IsEmpty());
}

TEST(RowDoubts, ASkippedMarkDoubtsTheRowsThatMayBeItsOwn) {
    const std::string text = kHead + start("①", "ア", "水泳") + going_on("体操") + start("③", "ウ", "料理");
    EXPECT_THAT(codes(doubts(text, "①-ア-1")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "①-ア-2")), ElementsAre("item.row-missing"));
    const Findings found = doubts(text, "③-ウ-1");
    EXPECT_THAT(codes(found), ElementsAre("item.row-missing"));
    EXPECT_EQ(found[0].message, "「②」の行が見当たりません。この行の前で行が落ちたか、別の所に入ったかもしれません。");
    EXPECT_EQ(found[0].source.line, 4);
}

TEST(RowDoubts, MarksThatGoBackDoubtTheirRowsAndWhatThoseHandDown) {
    const std::string text = kHead + start("①", "ア", "水泳") + start("③", "ウ", "料理") + going_on("園芸") +
                             start("②", "イ", "読書") + start("④", "エ", "登山");
    EXPECT_THAT(codes(doubts(text, "③-ウ-1")), ElementsAre("item.mark-out-of-order"));
    EXPECT_THAT(codes(doubts(text, "③-ウ-2")), ElementsAre("row.above-doubtful"));
    EXPECT_THAT(codes(doubts(text, "②-イ-1")), ElementsAre("item.mark-out-of-order"));
    EXPECT_THAT(codes(doubts(text, "④-エ-1")), IsEmpty());
}

TEST(RowDoubts, ARowBeforeAnyMarkIsNobodys) {
    const std::string text = kHead + going_on("体操", "教) 学校教育部") + start("①", "ア", "水泳");
    EXPECT_THAT(codes(doubts(text, "1")), Contains("item.mark-missing"));
}

TEST(RowDoubts, AnItemOfTheBoxWithoutARowIsTold) {
    const std::string box = "点検における提言\n\n1 学びの場の安全\n\n- ① 水泳\n- ② 読書\n\n";
    const std::string text = box + kHead + start("①", "ア", "水泳") + going_on("体操");
    EXPECT_THAT(codes(doubts(text, "1-①-ア-1")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "1-①-ア-2")), ElementsAre("item.row-missing"));
}

TEST(RowDoubts, APageWithoutItsSectionHeadingGoesOnDoubtfully) {
    const std::string lead = "点検における提言\n\n";
    const std::string text = lead + "1 学びの場の安全\n\n" + kHead + start("①", "ア", "水泳") + "\n" + lead + kHead +
                             start("②", "イ", "読書");
    EXPECT_THAT(codes(doubts(text, "1-①-ア-1")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "1-②-イ-1")), ElementsAre("section.missing"));
}

TEST(RowDoubts, APageWithoutItsHeaderIsReadByTheOneBefore) {
    const std::string lead = "点検における提言\n\n";
    const std::string text = lead + "1 学びの場の安全\n\n" + kHead + start("①", "ア", "水泳") + "\n" + lead +
                             "2 地域との連携\n\n" + start("①", "ア", "読書");
    EXPECT_THAT(codes(doubts(text, "2-①-ア-1")), ElementsAre("row.without-header"));
}

TEST(RowDoubts, ABlankRequiredCellIsTold) {
    const std::string blank =
        "②\tイ\t読書を進める。\t○本が読まれている。\t\t利用が伸びたことはよかった。\t"
        "読書の会を引き続き開いていく。\tII\t健) 保健所\n";
    const std::string text = kHead + start("①", "ア", "水泳") + blank + start("③", "ウ", "料理");
    const Findings found = doubts(text, "②-イ-1");
    ASSERT_THAT(codes(found), ElementsAre("row.cell-blank"));
    EXPECT_EQ(found[0].field, "result");
    EXPECT_EQ(found[0].message,
              "「令和3年度の取組とその結果」の欄が空です。もともと空欄か、文が落ちたか、区別できません。");
}

TEST(RowDoubts, BlankDepartmentsAmongOwnOnesMayBeLost) {
    const std::string blank =
        "\t\t\t○体操の担い手が育っている。\t体操の教室を開催した。\t理解が深まったことはよかった。\t"
        "体操の教室を引き続き開催していく。\tII\t\n";
    const std::string own = going_on("園芸", "教) 学校教育部");
    EXPECT_THAT(codes(doubts(kHead + start("①", "ア", "水泳") + own + blank, "①-ア-3")),
                ElementsAre("row.span-doubtful"));
    // Where no row of the group has departments of its own, the group's first row speaks for all.
    EXPECT_THAT(codes(doubts(kHead + start("①", "ア", "水泳") + blank, "①-ア-2")), IsEmpty());
}

TEST(RowDoubts, TheSameRowTwiceIsTold) {
    const std::string text = kHead + start("①", "ア", "水泳") + going_on("体操") + going_on("体操");
    EXPECT_THAT(codes(doubts(text, "①-ア-2")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "①-ア-3")), ElementsAre("row.repeated"));
}

TEST(RowDoubts, ABracketWithoutItsPartnerIsTold) {
    const std::string text = kHead + start("①", "ア", "「水泳」") + start("②", "イ", "読書】") +
                             start("③", "ウ", "1)料理") + start("④", "エ", "（登山");
    EXPECT_THAT(codes(doubts(text, "①-ア-1")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "②-イ-1")), Contains("text.broken"));
    EXPECT_THAT(codes(doubts(text, "③-ウ-1")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "④-エ-1")), Contains("text.broken"));
}

constexpr const char* kPlan = "みなと市安全計画の取組一覧と取組結果\n\n具体的取組\t取組結果\n";

std::string measure(const std::string& name, const std::string& result) {
    return name + " " + name + "を進める。\t" + result + "\n";
}

std::string plan_rows() {
    return measure("水泳", "教室を３回開催した。") + measure("読書", "図書館の本を増やした。") +
           measure("料理", "献立の本を作成した。") + measure("園芸", "花壇を５か所に設けた。") +
           measure("登山", "道しるべを直した。") + measure("体操", "講師を２名増やした。");
}

TEST(RowDoubts, ATextCutWithinASentenceIsTold) {
    const std::string text = kPlan + plan_rows() + measure("合唱", "発表会を開");
    EXPECT_THAT(codes(doubts(text, "6")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "7")), ElementsAre("text.broken"));
}

TEST(RowDoubts, TextsThatChangedColumnsAreTold) {
    const std::string text = kPlan + plan_rows() + "発表会を２回開催した。\t合唱 合唱を進める。\n";
    EXPECT_THAT(codes(doubts(text, "6")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "7")), Contains("row.cell-doubtful"));
}

TEST(RowDoubts, HeadingsThatChangedPlacesDoubtEveryRow) {
    const std::string text = "みなと市安全計画の取組一覧と取組結果\n\n取組結果\t具体的取組\n" + plan_rows();
    EXPECT_THAT(codes(doubts(text, "1")), ElementsAre("row.cell-doubtful"));
    EXPECT_THAT(codes(doubts(text, "6")), ElementsAre("row.cell-doubtful"));
}

TEST(RowDoubts, WhatOnlyOneRowLeavesBlankIsTold) {
    const std::string rest = measure("合唱", "発表会を開いた。") + measure("絵画", "展覧会を開いた。");
    const std::string text = kPlan + plan_rows() + rest + "習字\t大会を開いた。\n";
    EXPECT_THAT(codes(doubts(text, "8")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "9")), Contains("row.cell-blank"));
    EXPECT_THAT(codes(doubts(text + "茶道\t茶会を開いた。\n", "9")), testing::Not(Contains("row.cell-blank")));
}

TEST(RowDoubts, RowsThatRanTogetherHoldOtherFieldsThanTheRest) {
    const std::string text =
        kPlan + plan_rows() + "合唱 合唱を進める。\t発表会を開いた。絵画 絵画を進める。\t展覧会を開いた。\n";
    EXPECT_THAT(codes(doubts(text, "6")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "7")), Contains("row.cells-differ"));
}

TEST(RowDoubts, ALostHeadingWithinTheTableDoubtsTheRowsBehind) {
    const std::string text = kPlan + ("1 学び\n" + measure("水泳", "開催した。") + measure("読書", "増やした。")) +
                             "3 暮らし\n" + measure("料理", "作成した。");
    EXPECT_THAT(codes(doubts(text, "1-1")), IsEmpty());
    EXPECT_THAT(codes(doubts(text, "1-2")), ElementsAre("section.skipped"));
    EXPECT_THAT(codes(doubts(text, "3-1")), ElementsAre("section.skipped"));
}

TEST(RowDoubts, RowsAboveTheFirstHeadingMayHaveLostTheirs) {
    const std::string text = kPlan + measure("水泳", "開催した。") + "2 暮らし\n" + measure("料理", "作成した。");
    EXPECT_THAT(codes(doubts(text, "1")), ElementsAre("section.skipped"));
}

TEST(RowDoubts, ARowThatLostItsTabIsUnplacedAndItsNeighboursSaySo) {
    const std::string text =
        kPlan + measure("水泳", "開催した。") + "読書 読書を進める。増やした。\n" + measure("料理", "作成した。");
    EXPECT_THAT(codes(doubts(text, "1")), ElementsAre("row.text-unplaced"));
    EXPECT_THAT(codes(doubts(text, "2")), ElementsAre("row.text-unplaced"));
}

std::string event(int number, const std::string& date, const std::string& content) {
    return std::to_string(number) + "\t" + date + "\t" + content + "\t\n";
}

constexpr const char* kEvents = "避難所の開設に関する取組の経過\n\n\t日付\t取組内容\t概要\n";

TEST(RowDoubts, NumbersAndDatesOfAChronologyGoOn) {
    const std::string first = event(1, "令和3年4月1日", "訓練の計画を決定");
    const std::string second = event(2, "令和3年5月9日", "訓練を実施");
    const std::string third = event(3, "令和3年6月2日", "反省会を開催");
    EXPECT_THAT(all_codes(kEvents + first + second + third), IsEmpty());
    EXPECT_THAT(codes(doubts(kEvents + first + third, "3-1")), ElementsAre("item.row-missing"));
    const std::string changed = kEvents + first + third + second;
    EXPECT_THAT(codes(doubts(changed, "3-1")), ElementsAre("item.mark-out-of-order", "date.out-of-order"));
    EXPECT_THAT(codes(doubts(changed, "2-1")), ElementsAre("item.mark-out-of-order", "date.out-of-order"));
}

TEST(RowDoubts, AListWithTheNewestFirstIsMeantSo) {
    std::string text = kEvents;
    for (int number = 8; number > 0; --number) {
        text += event(number, "令和3年" + std::to_string(number) + "月1日", std::to_string(number) + "回目の訓練");
    }
    EXPECT_THAT(all_codes(text), IsEmpty());
}

TEST(RowDoubts, TheEndOfATagWithoutItsStartIsTold) {
    EXPECT_THAT(all_codes(kEvents + std::string("1\t令和3年4月1日\t訓練の計画を決定\tp>概要は別紙のとおり\n")),
                ElementsAre("text.tag-broken"));
}

TEST(RowDoubts, AShortNameWithoutItsDepartmentIsNone) {
    const std::string cut = row("②\tイ\t読書を進める。", "読書", "健) 保健所 教)");
    EXPECT_THAT(codes(doubts(kHead + start("①", "ア", "水泳") + cut, "②-イ-1")), Contains("row.cell-doubtful"));
}

TEST(RowDoubts, AnEntryThatIsTheStartOfAnotherIsCut) {
    const std::string text = kHead + start("①", "ア", "水泳") + row("②\tイ\t読書を進める。", "読書", "健) 保健");
    EXPECT_THAT(codes(doubts(text, "②-イ-1")), ElementsAre("text.broken"));
}

TEST(RowDoubts, AllRowsThatMayBeALostItemsAreTold) {
    const std::string box = "点検における提言\n\n1 学びの場の安全\n\n- ① 水泳\n- ② 読書\n\n";
    const std::string text = box + kHead + start("①", "ア", "水泳") + going_on("体操") + going_on("合唱");
    EXPECT_THAT(codes(doubts(text, "1-①-ア-2")), ElementsAre("item.row-missing"));
    EXPECT_THAT(codes(doubts(text, "1-①-ア-3")), ElementsAre("item.row-missing"));
}

TEST(RowDoubts, ADamagedRowHandsDownNoOrderOfCells) {
    const std::string together =
        "③\tウ\t料理を進める。④\tエ\t登山を進める。\t○担い手がいる。\t教室を開催した。\t"
        "課題である。\t開催していく。\tII\t健) 保健所\n";
    const std::string text = kHead + start("①", "ア", "水泳") + start("②", "イ", "読書") + together +
                             start("⑤", "オ", "園芸") + start("⑥", "カ", "体操");
    EXPECT_THAT(codes(doubts(text, "⑥-カ-1")), IsEmpty());
    EXPECT_EQ(build_text(text).document.records.back().text("policy"), "体操を進める。");
}

TEST(TabRows, AllOfTheTableMayStandFurtherRight) {
    std::string text = "\t" + std::string(kHead);
    text += "\t" + start("①", "ア", "水泳") + "\t" + going_on("体操");
    const BuiltDocument built = build_text(text);
    EXPECT_THAT(codes(built.document.findings), IsEmpty());
    ASSERT_EQ(built.document.records.size(), 2U);
    EXPECT_EQ(built.document.records[1].text("result"), "体操の教室を開催した。");
    EXPECT_EQ(built.document.records[1].text("policy"), "水泳を進める。");
}

TEST(TabRows, ReprintMarksOfAnyBracketsAreKnownAnywhere) {
    const std::string text = kHead + row("①\tア\t水泳を進める。", "【再　掲】水泳") + start("②", "イ", "読書[再掲]");
    const Document document = build_text(text).document;
    ASSERT_EQ(document.records.size(), 2U);
    for (const Record& record : document.records) {
        EXPECT_TRUE(record.find("result")->reprinted);
        EXPECT_TRUE(record.find("plan")->reprinted);
    }
    EXPECT_EQ(document.records[0].text("result"), "【再　掲】水泳の教室を開催した。");
}

TEST(TabRows, AReprintMarkAloneBelowARowIsItsLastTexts) {
    const std::string text = kHead + start("①", "ア", "水泳") + "【再掲】\n" + start("②", "イ", "読書");
    const BuiltDocument built = build_text(text);
    EXPECT_TRUE(built.ledger.balanced());
    EXPECT_THAT(built.document.unplaced, IsEmpty());
    ASSERT_EQ(built.document.records.size(), 2U);
    const Record& record = built.document.records[0];
    EXPECT_EQ(record.text("plan"), "水泳の教室を引き続き開催していく。【再掲】");
    EXPECT_TRUE(record.find("plan")->reprinted);
    EXPECT_FALSE(record.find("evaluation")->reprinted);
    EXPECT_THAT(codes(built.document.findings), ElementsAre("row.ambiguous"));
}

TEST(TabRows, ADateThatLooksLikeAPageNumberIsARowsOwn) {
    const std::string text = kEvents + event(1, "令和3年4月1日", "訓練の計画を決定") + "\t6/24\t訓練を実施\t\n" +
                             event(3, "7/5", "反省会を開催");
    const Document document = build_text(text).document;
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[1].text("date"), "6/24");
    EXPECT_THAT(codes(document.findings), ElementsAre("item.row-missing", "item.row-missing", "item.mark-missing"));
}

std::string listed(int number, const std::string& content, const std::string& summary) {
    return std::to_string(number) + "\t令和3年" + std::to_string(number) + "月1日\t" + content + "\t" + summary + "\n";
}

std::string listed_rows() {
    return listed(1, "訓練の計画を決定", "【議題】 ・避難所の鍵の保管場所") +
           listed(2, "訓練を実施", "【内容】 ・備蓄品の点検") +
           listed(3, "反省会を開催", "【議題】 ・避難所の鍵の貸出し") +
           listed(4, "手引を改定", "【内容】 ・鍵の保管場所") + listed(5, "説明会を開催", "【内容】 ・手引の配布");
}

TEST(RowCuts, ATextThatEndsInAParticleIsCut) {
    const std::string head = kEvents + listed_rows();
    EXPECT_THAT(all_codes(head + listed(6, "手引を配布", "【内容】 ・各家庭への配布")), IsEmpty());
    EXPECT_THAT(codes(doubts(head + listed(6, "手引を", "【内容】 ・各家庭への配布"), "6-1")),
                ElementsAre("text.broken"));
    EXPECT_THAT(codes(doubts(head + listed(6, "手引を配布", "【内容】 ・各家庭に関する"), "6-1")),
                ElementsAre("text.broken"));
}

TEST(RowCuts, ATextThatEndsWhereOthersGoOnIsCut) {
    const std::string text = kEvents + listed_rows() + listed(6, "手引を配布", "【議題】 ・避難所の鍵の保");
    const Findings found = doubts(text, "6-1");
    ASSERT_THAT(codes(found), ElementsAre("text.broken"));
    EXPECT_EQ(found[0].field, "summary");
    EXPECT_EQ(found[0].message, "「・避難所の鍵の保」で終わっていますが、ほかの所ではその後に「管」などが続きます。");
}

TEST(RowCuts, AHeadingWithoutAListIsCut) {
    const std::string text = kEvents + listed_rows() + listed(6, "手引を配布", "【内容】");
    EXPECT_THAT(codes(doubts(text, "6-1")), ElementsAre("text.broken"));
}

TEST(RowCuts, AListWithoutTheHeadingThatTheOthersHaveLostItsStart) {
    const std::string text = kEvents + listed_rows() + listed(6, "手引を配布", "・各家庭への配布");
    EXPECT_THAT(codes(doubts(text, "6-1")), ElementsAre("text.broken"));
    EXPECT_THAT(codes(doubts(text, "5-1")), IsEmpty());
}

TEST(RowCuts, ANameCutWithinAWordIsTold) {
    const std::string text = kPlan + plan_rows() + "避難所の備\t避難所の備蓄品を点検した。\n";
    EXPECT_THAT(codes(doubts(text, "7")), Contains("text.broken"));
    const std::string whole = kPlan + plan_rows() + "避難所の備蓄\t避難所の備蓄品を点検した。\n";
    EXPECT_THAT(codes(doubts(whole, "7")), testing::Not(Contains("text.broken")));
}

TEST(RowCuts, ASentenceIsNoName) {
    const std::string text = kPlan + plan_rows() + "合唱合唱を進める。\t発表会を開いた。\n";
    EXPECT_THAT(codes(doubts(text, "7")), Contains("text.broken"));
}

TEST(RowCuts, TheOneDateWithoutItsDayOfTheWeekIsTold) {
    std::string text = kEvents;
    for (int number = 1; number < 8; ++number) {
        const std::string day = number == 5 ? "" : "（月）";
        text +=
            event(number, "令和3年" + std::to_string(number) + "月1日" + day, std::to_string(number) + "回目の訓練");
    }
    EXPECT_THAT(all_codes(text), ElementsAre("text.broken"));
    EXPECT_THAT(codes(doubts(text, "5-1")), ElementsAre("text.broken"));
}

TEST(RowCuts, ABracketOfADateIsLookedAtToo) {
    const std::string text = kEvents + event(1, "令和3年4月1日（木", "訓練の計画を決定");
    EXPECT_THAT(codes(doubts(text, "1-1")), ElementsAre("text.broken"));
}

TEST(RowDoubts, TextsThatReadLikeEachOthersColumnAreTold) {
    const std::string swapped =
        "②\tイ\t読書を進める。\t○担い手がいる。\t若い世代への働き掛けが必要である。\t読書の会を実施した。\t"
        "会を引き続き開催していく。\tII\t健) 保健所\n";
    const std::string text = kHead + start("①", "ア", "水泳") + swapped;
    const Findings found = doubts(text, "②-イ-1");
    ASSERT_THAT(codes(found), ElementsAre("row.cell-doubtful", "row.cell-doubtful"));
    EXPECT_EQ(found[0].field, "result");
    EXPECT_EQ(found[1].field, "evaluation");
}

TEST(RowDoubts, ASectionWithoutRowsIsToldBesideTheGap) {
    const std::string text = kPlan + ("1 学び\n" + measure("水泳", "開催した。") + measure("読書", "増やした。")) +
                             "2 暮らし\n3 安全\n" + measure("料理", "作成した。");
    EXPECT_THAT(codes(doubts(text, "1-2")), Contains("section.empty"));
    EXPECT_THAT(codes(doubts(text, "3-1")), Contains("section.empty"));
    EXPECT_THAT(codes(doubts(text, "1-1")), IsEmpty());
}

TEST(RowDoubts, AHeadingAtTheEndHasLostItsRows) {
    const std::string rows = kPlan + ("1 学び\n" + measure("水泳", "開催した。"));
    EXPECT_THAT(all_codes(rows), IsEmpty());
    EXPECT_THAT(all_codes(rows + "\n具体的取組\t取組結果\n"), ElementsAre("text.end-missing"));
    EXPECT_THAT(all_codes(rows + "2 暮らし\n"), testing::IsSupersetOf({"section.empty", "text.end-missing"}));
}

TEST(RowDoubts, AHeadingThatRanIntoARowMakesTheRowsBelowDoubtful) {
    const std::string text =
        kPlan + ("1 学び\n" + measure("水泳", "開催した。2 暮らし")) + measure("料理", "作成した。");
    EXPECT_THAT(codes(doubts(text, "1-2")), Contains("section.doubtful"));
}

std::string about(const std::string& topic) {
    return "\t\t\t\t" + topic + "の" + topic + "調査を実施した。\t" + topic + "の利用者が増えたことはよかった。\t" +
           topic + "の" + topic + "講座を引き続き開催していく。\tII\t\n";
}

TEST(RowKinship, RowsThatChangedPlacesBringTheirWords) {
    const auto document = [](const std::string& second, const std::string& last) {
        return kHead + start("①", "ア", "水泳競技場") + about("水泳競技場") + second + start("②", "イ", "読書案内所") +
               about("読書案内所") + start("③", "ウ", "料理研究会") + about("料理研究会") + last;
    };
    EXPECT_THAT(all_codes(document(about("水泳競技場"), about("料理研究会"))),
                testing::Not(Contains("row.group-doubtful")));
    const std::string swapped = document(about("料理研究会"), about("水泳競技場"));
    EXPECT_THAT(codes(doubts(swapped, "①-ア-3")), Contains("row.group-doubtful"));
    EXPECT_THAT(codes(doubts(swapped, "③-ウ-3")), Contains("row.group-doubtful"));
    EXPECT_THAT(codes(doubts(swapped, "②-イ-2")), testing::Not(Contains("row.group-doubtful")));
}

TEST(RowDoubts, AnEmptyTagIsLeftOfABrokenOne) {
    EXPECT_THAT(all_codes(kEvents + std::string("1\t令和3年4月1日\t訓練の計画を決定\t<>概要は別紙のとおり</p>\n")),
                ElementsAre("text.tag-broken"));
}

TEST(RowDoubts, TwoDatesInOneCellAreNone) {
    const std::string text = kEvents + event(1, "令和3年4月1日", "訓練の計画を決定") +
                             event(2, "令和3年5月9日 令和3年6月2日", "訓練を実施") +
                             event(3, "令和3年6月", "反省会を開催");
    EXPECT_THAT(codes(doubts(text, "2-1")), ElementsAre("row.cell-doubtful"));
    EXPECT_THAT(codes(doubts(text, "3-1")), IsEmpty());
}

TEST(RowDoubts, ATextBelowABlankCellMayStartWithThatOfTheRowAbove) {
    const std::string blank =
        "②\tイ\t図書館の本を増やす。\t○本が読まれている。\t\t図書館の利用が伸びたことはよかった。\t"
        "図書館の案内を引き続き行っていく。\tII\t健) 保健所\n";
    const std::string both =
        "③\tウ\t登山を進める。\t○登山の担い手がいる。\t図書館の利用案内を増やした。登山の教室を開催した。\t"
        "登山への理解が深まったことはよかった。\t登山の教室を引き続き開催していく。\tII\t健) 保健所\n";
    const std::string text = kHead + start("①", "ア", "水泳") + blank + both;
    EXPECT_THAT(codes(doubts(text, "③-ウ-1")), ElementsAre("row.cell-doubtful"));
    EXPECT_THAT(codes(doubts(kHead + start("①", "ア", "水泳") + blank + start("③", "ウ", "登山"), "③-ウ-1")),
                IsEmpty());
}

TEST(RowDoubts, ACellWithARunOfSpacesMayBeSeveral) {
    const std::string spaces = "避難所の開設に関する取組の経過\n\n   日付   取組内容\t概要\n";
    const std::string text =
        spaces + "1  令和3年4月1日  訓練の計画を決定\t別紙のとおり\n" + "2  令和3年5月9日  訓練を実施\t別紙のとおり\n";
    const Document document = build_text(text).document;
    ASSERT_EQ(document.records.size(), 2U);
    for (const Record& record : document.records) {
        EXPECT_THAT(codes(document.findings, record.id), Contains("row.cell-doubtful"));
    }
    // Spaces around a tag and a single full-width one are the author's.
    EXPECT_THAT(all_codes(kEvents + std::string("1\t令和3年4月1日\t訓練　計画を決定\t<p>別紙</p>  <p>のとおり</p>\n")),
                IsEmpty());
}

TEST(RowDoubts, WorkbooksKeepTheirCellsAndAreNotDoubted) {
    const std::vector<std::string> headings = {"番号", "日付", "取組内容", "概要"};
    Table table = sheet_table({headings, {"1", "令和3年4月1日", "計画を決定"}, {"3", "令和3年3月2日", "計画を決定"}});
    EXPECT_THAT(codes(build_tables({table}).document.findings), IsEmpty());
}

// The same rows as a table that was read off a page.
Document read_off_page(const std::vector<std::vector<std::string>>& rows, const std::string& format,
                       bool unruled = false) {
    TableSet tables;
    tables.source = {"資料.pdf", format, "", ""};
    tables.tables.push_back(sheet_table(rows, ""));
    tables.tables.back().page = 1;
    tables.tables.back().unruled = unruled;
    for (Cell& cell : tables.tables.back().cells) cell.place = PagePlace{1, 0, Box{0, cell.row * 20.0, 90, 20}};
    return build_document(tables, shipped_mappings(), {});
}

std::vector<std::vector<std::string>> plan_table() {
    std::vector<std::vector<std::string>> rows{{"具体的取組", "取組結果"}};
    for (int i = 1; i <= 9; ++i) {
        const std::string topic = "見守り" + std::string(static_cast<std::size_t>(i), 'A');
        rows.push_back({topic + "の推進　" + topic + "の担い手を増やす。", topic + "の講座を開いた。"});
    }
    return rows;
}

TEST(RowDoubts, RowsOfAPageAreDoubtedByTheirTexts) {
    std::vector<std::vector<std::string>> rows = plan_table();
    EXPECT_THAT(codes(read_off_page(rows, "pdf").findings), IsEmpty());
    rows[3][1] = "講座を開いて";
    rows[5][0] = "地域の推進";
    const Findings found = read_off_page(rows, "pdf").findings;
    ASSERT_THAT(codes(found), ElementsAre("row.cell-blank", "text.broken"));
    EXPECT_EQ(found[0].record, "5");
    EXPECT_EQ(found[0].field, "measure_detail");
    EXPECT_EQ(found[1].record, "3");
    EXPECT_EQ(found[1].field, "result");
    EXPECT_EQ(found[1].message, "文が途中で終わっています。");
    EXPECT_EQ(found[1].source.page, 1);
    EXPECT_THAT(codes(read_off_page(rows, "xlsx").findings), IsEmpty());
}

// Where no rule stands around a blank cell, its text may have been read into another.
TEST(RowDoubts, ABlankCellOfAPageWithoutRulesIsDoubtful) {
    std::vector<std::vector<std::string>> rows = plan_table();
    rows[4][1].clear();
    EXPECT_THAT(codes(read_off_page(rows, "pdf").findings), IsEmpty());
    const Findings found = read_off_page(rows, "pdf", true).findings;
    ASSERT_THAT(codes(found), ElementsAre("row.cell-blank"));
    EXPECT_EQ(found[0].record, "4");
    EXPECT_EQ(found[0].field, "result");
}

}  // namespace
}  // namespace torimatome::parsers
