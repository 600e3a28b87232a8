#include "pipeline/consolidate.hpp"

#include <gtest/gtest.h>

#include "tests/pipeline/made_documents.hpp"
#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

Reading reading_of(const Document& document) { return {document.source.file, document, std::nullopt}; }

// Each record as 「id: result (file line)」.
std::vector<std::string> records_of(const Consolidation& consolidation) {
    std::vector<std::string> lines;
    for (const Record& record : consolidation.document.records) {
        lines.push_back(record.id + ": " + record.text("result") + " (" + record.source.file + " " +
                        std::to_string(record.source.line) + ")");
    }
    return lines;
}

// Each finding as 「severity code [record field] file: message hint」.
std::vector<std::string> findings_of(const Consolidation& consolidation) {
    std::vector<std::string> lines;
    for (const Finding& finding : consolidation.document.findings) {
        lines.push_back(std::string(to_string(finding.severity)) + " " + finding.code + " [" + finding.record + " " +
                        finding.field + "] " + finding.source.file + ": " + finding.message + finding.hint);
    }
    return lines;
}

const MadeRecord kVisit{"1-①-ア-1", "見守りを広げる", "訪問した。", "続ける。", "II", "健) 保健所"};
const MadeRecord kTrain{"1-①-イ-1", "職員を育てる", "研修した。", "広げる。", "III", "教) 学校教育部"};

TEST(Consolidate, PutsDocumentsTogetherAndNumbersAnew) {
    const Document a = made_document("保健所.xlsx", {kTrain, kVisit});
    Document b =
        made_document("福祉部.xlsx", {kVisit, {"1-①-ア-2", "窓口をまとめる", "開設した。", "", "I", "健) 福祉部"}});
    b.records[0].find("result")->text = "面談した。";
    b.records[0].find("departments")->values = {"健) 福祉部"};
    b.sections[0].items.push_back({"②", "人材の育成"});
    const Consolidation result = consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings());
    EXPECT_EQ(records_of(result), (std::vector<std::string>{
                                      "1-①-ア-1: 訪問した。 (保健所.xlsx 2)", "1-①-ア-2: 面談した。 (福祉部.xlsx 1)",
                                      "1-①-ア-3: 開設した。 (福祉部.xlsx 2)", "1-①-イ-1: 研修した。 (保健所.xlsx 1)"}));
    EXPECT_EQ(findings_of(result), std::vector<std::string>{});
    EXPECT_EQ(result.document.form, "progress");
    EXPECT_EQ(result.document.label, "資料1");
    EXPECT_EQ(result.document.title, "令和3年度の取組結果");
    EXPECT_EQ(result.document.year, 2021);
    EXPECT_EQ(result.document.sections,
              (std::vector<Section>{{"1", "見守る体制", {{"①", "早期の把握"}, {"②", "人材の育成"}}}}));
    Submission submission_a;
    submission_a.source = a.source;
    submission_a.departments = {"教) 学校教育部", "健) 保健所"};
    submission_a.sender = "保健所";
    submission_a.records = 2;
    Submission submission_b;
    submission_b.source = b.source;
    submission_b.departments = {"健) 福祉部"};
    submission_b.sender = "福祉部";
    submission_b.records = 2;
    EXPECT_EQ(result.submissions, (std::vector<Submission>{submission_a, submission_b}));
}

TEST(Consolidate, FindingsAndUnplacedTextGoAlongWithTheirFileAndTheNewIds) {
    const Document a = made_document("保健所.xlsx", {kVisit});
    Document b = made_document("福祉部.xlsx", {kVisit});
    b.records[0].find("result")->text = "面談した。";
    b.records[0].find("departments")->values = {"健) 福祉部"};
    Finding doubt;
    doubt.code = "row.cell-missing";
    doubt.record = "1-①-ア-1";
    doubt.field = "plan";
    doubt.message = "欄がありません。";
    doubt.source.line = 7;
    b.findings = {doubt};
    b.unplaced = {{"余白の文", {}}};
    const Consolidation result = consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings());
    doubt.record = "1-①-ア-2";
    doubt.source.file = "福祉部.xlsx";
    EXPECT_EQ(result.document.findings, (Findings{doubt}));
    LooseText loose{"余白の文", {}};
    loose.source.file = "福祉部.xlsx";
    EXPECT_EQ(result.document.unplaced, (std::vector<LooseText>{loose}));
    EXPECT_EQ(result.submissions[1].findings, 1);
}

TEST(Consolidate, TheSameContentIsThereOnce) {
    const Document a = made_document("保健所.xlsx", {kVisit});
    Document b = made_document("福祉部.xlsx", {kTrain, kVisit});
    b.records[1].find("category")->text = "Ⅱ";
    b.records[1].find("result")->text = "訪問 した。";
    const Consolidation result = consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings());
    EXPECT_EQ(records_of(result), (std::vector<std::string>{"1-①-ア-1: 訪問した。 (保健所.xlsx 1)",
                                                            "1-①-イ-1: 研修した。 (福祉部.xlsx 1)"}));
    EXPECT_EQ(findings_of(result),
              (std::vector<std::string>{
                  "note record.same-twice [1-①-ア-1 ] 保健所.xlsx: "
                  "「保健所.xlsx」と「福祉部.xlsx」に同じ内容があるので、1件として"
                  "数えています。表記だけが違う欄: 令和3年度の結果（「福祉部.xlsx」では「訪問 した。」）"
                  "区分（「福祉部.xlsx」では「Ⅱ」）"}));
}

TEST(Consolidate, DifferentAnswersAreAllKeptAndTold) {
    const Document a = made_document("保健所.xlsx", {kVisit});
    Document b = made_document("福祉部.xlsx", {kVisit});
    b.records[0].find("result")->text = "面談した。";
    b.records[0].find("category")->text = "I";
    Document c = made_document("学校教育部.xlsx", {kVisit, kTrain});
    const Consolidation result = consolidate({reading_of(a), reading_of(b), reading_of(c)}, nullptr, made_mappings());
    EXPECT_EQ(records_of(result),
              (std::vector<std::string>{"1-①-ア-1: 訪問した。 (保健所.xlsx 1)", "1-①-ア-2: 面談した。 (福祉部.xlsx 1)",
                                        "1-①-イ-1: 研修した。 (学校教育部.xlsx 2)"}));
    const std::string conflict =
        "要調整: "
        "「保健所.xlsx」と「福祉部.xlsx」で、同じ取組の内容が違います（令和3年度の結果、区分）。すべて残しています。"
        "どの内容にするか、提出元の部署と調整してください。";
    EXPECT_EQ(findings_of(result),
              (std::vector<std::string>{
                  "note record.same-twice [1-①-ア-1 ] 保健所.xlsx: 「保健所.xlsx」と「学校教育部.xlsx」に同じ内容が"
                  "あるので、1件として数えています。",
                  "warning record.conflict [1-①-ア-1 ] 保健所.xlsx: " + conflict,
                  "warning record.conflict [1-①-ア-2 ] 福祉部.xlsx: " + conflict}));
}

TEST(Consolidate, AConflictInOneFieldNamesTheField) {
    const Document a = made_document("保健所.xlsx", {kVisit});
    Document b = made_document("福祉部.xlsx", {kVisit});
    b.records[0].find("plan")->text = "やめる。";
    const Consolidation result = consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings());
    ASSERT_EQ(result.document.findings.size(), 2U);
    EXPECT_EQ(result.document.findings[0].field, "plan");
    EXPECT_EQ(result.document.findings[1].field, "plan");
}

TEST(Consolidate, RowsOfOtherDepartmentsUnderOneGoalAreNoConflict) {
    const Document a = made_document("保健所.xlsx", {kVisit});
    Document b = made_document("福祉部.xlsx", {kVisit});
    b.records[0].find("result")->text = "面談した。";
    b.records[0].find("departments")->values = {"教) 学校教育部"};
    const Consolidation result = consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings());
    EXPECT_EQ(result.document.records.size(), 2U);
    EXPECT_EQ(findings_of(result), std::vector<std::string>{});
}

TEST(Consolidate, SeveralMeasuresOfOneGoalAreNoConflictUnlessTheyAreAlike) {
    const MadeRecord train{"1-①-ア-1", "職員を育てる", "研修を12回行い、延べ340人が参加した。", "", "II", "保健所"};
    const MadeRecord guide{"1-①-ア-2", "職員を育てる", "手引きを改訂して配布した。", "", "II", "保健所"};
    const MadeRecord other{"1-①-ア-1", "職員を育てる", "相談員を3名増やした。", "", "I", "保健所"};
    const MadeRecord retold{"1-①-ア-1", "職員を育てる", "研修を13回行い、延べ351人が参加した。", "", "II", "保健所"};
    const Document a = made_document("保健所.xlsx", {train, guide});
    const Document b = made_document("福祉部.xlsx", {other});
    const Document c = made_document("学校教育部.xlsx", {retold});
    const Consolidation separate = consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings());
    EXPECT_EQ(findings_of(separate), std::vector<std::string>{});
    const Consolidation conflict = consolidate({reading_of(a), reading_of(c)}, nullptr, made_mappings());
    EXPECT_EQ(records_of(conflict), (std::vector<std::string>{
                                        "1-①-ア-1: 研修を12回行い、延べ340人が参加した。 (保健所.xlsx 1)",
                                        "1-①-ア-2: 研修を13回行い、延べ351人が参加した。 (学校教育部.xlsx 1)",
                                        "1-①-ア-3: 手引きを改訂して配布した。 (保健所.xlsx 2)",
                                    }));
    EXPECT_EQ(conflict.document.findings.size(), 2U);
}

TEST(Consolidate, IdenticalFilesAreCountedOnce) {
    const Document a = made_document("保健所.xlsx", {kVisit});
    Document copy = a;
    copy.source.file = "保健所 のコピー.xlsx";
    Document saved_again = made_document("再送.xlsx", {kVisit});
    const Consolidation result =
        consolidate({reading_of(a), reading_of(copy), reading_of(saved_again)}, nullptr, made_mappings());
    EXPECT_EQ(records_of(result), (std::vector<std::string>{"1-①-ア-1: 訪問した。 (保健所.xlsx 1)"}));
    EXPECT_EQ(findings_of(result),
              (std::vector<std::string>{
                  "note submission.identical [ ] 保健所 のコピー.xlsx: 「保健所 "
                  "のコピー.xlsx」は「保健所.xlsx」と同じ内容なので、"
                  "1回だけ数えています。",
                  "note submission.identical [ ] 再送.xlsx: 「再送.xlsx」は「保健所.xlsx」と同じ内容なので、"
                  "1回だけ数えています。"}));
    EXPECT_EQ(result.submissions[0].state, SubmissionState::taken);
    EXPECT_EQ(result.submissions[1].state, SubmissionState::identical);
    EXPECT_EQ(result.submissions[1].remark, "「保健所.xlsx」と同じ内容です。");
    EXPECT_EQ(result.submissions[2].state, SubmissionState::identical);
}

TEST(Consolidate, TheOneThatIsNotNamedAsACopyCounts) {
    const Document copy = made_document("コピー 保健所.xlsx", {kVisit});
    const Document original = made_document("保健所.xlsx", {kVisit});
    const Document again = made_document("保健所 (1).xlsx", {kVisit});
    const Consolidation result =
        consolidate({reading_of(copy), reading_of(again), reading_of(original)}, nullptr, made_mappings());
    EXPECT_EQ(records_of(result), (std::vector<std::string>{"1-①-ア-1: 訪問した。 (保健所.xlsx 1)"}));
    EXPECT_EQ(
        findings_of(result),
        (std::vector<std::string>{
            "note submission.identical [ ] コピー 保健所.xlsx: 「コピー "
            "保健所.xlsx」は「保健所.xlsx」と同じ内容なので、"
            "1回だけ数えています。",
            "note submission.identical [ ] 保健所 (1).xlsx: 「保健所 (1).xlsx」は「保健所.xlsx」と同じ内容なので、"
            "1回だけ数えています。"}));
}

TEST(Consolidate, RowsOfOtherDepartmentsThanTheSendersAreTold) {
    const MadeRecord second{"1-①-ウ-1", "相談を広げる", "窓口を増やした。", "", "II", "健) 保健所\n健) 福祉部"};
    const Consolidation result =
        consolidate({reading_of(made_document("保健所.xlsx", {kVisit, second, kTrain}))}, nullptr, made_mappings());
    EXPECT_EQ(
        findings_of(result),
        (std::vector<std::string>{
            "warning record.of-others [1-①-イ-1 departments] 保健所.xlsx: 「保健所」の提出物ですが、この取組の担当は"
            "「教) 学校教育部」で、提出元が含まれていません。提出元が回答してよい取組か、担当の書き違いかを"
            "確かめてください。内容はそのまま取り込んでいます。"}));
    const Consolidation unknown_sender =
        consolidate({reading_of(made_document("様式.xlsx", {kVisit, second, kTrain}))}, nullptr, made_mappings());
    EXPECT_EQ(findings_of(unknown_sender), std::vector<std::string>{});
}

TEST(Consolidate, ARowThatTheBaseLacksIsTold) {
    const Document base = made_document("昨年.xlsx", {kVisit});
    const Consolidation result =
        consolidate({reading_of(made_document("様式.xlsx", {kVisit, kTrain}))}, &base, made_mappings());
    EXPECT_EQ(
        findings_of(result),
        (std::vector<std::string>{"note record.added [1-①-イ-1 ] 様式.xlsx: 基準の資料「昨年.xlsx」にない取組です。"
                                  "新しい取組か、行を写し違えたものかを確かめてください。"}));
}

TEST(Consolidate, TheSameLongAnswerUnderOtherDepartmentsIsAConflict) {
    MadeRecord visit = kVisit;
    visit.result = "家庭訪問を月に二回行い、気になる家庭の情報を関係する機関と分かち合った。";
    const Document a = made_document("x.xlsx", {visit});
    visit.departments = "教) 学校教育部";
    const Document b = made_document("y.xlsx", {visit});
    const Consolidation result = consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings());
    const std::string conflict =
        "要調整: 「x.xlsx」と「y.xlsx」で、同じ取組の内容が違います（担当）。すべて残しています。"
        "どの内容にするか、提出元の部署と調整してください。";
    EXPECT_EQ(findings_of(result),
              (std::vector<std::string>{"warning record.conflict [1-①-ア-1 departments] x.xlsx: " + conflict,
                                        "warning record.conflict [1-①-ア-2 departments] y.xlsx: " + conflict}));
}

TEST(Consolidate, AnInputThatCouldNotBeReadIsListed) {
    Finding failure;
    failure.code = "input.encrypted";
    failure.severity = Severity::error;
    failure.message = "パスワードが付いています。";
    failure.hint = "外してください。";
    const Consolidation result =
        consolidate({{"x.xlsx", std::nullopt, failure}, reading_of(made_document("保健所.xlsx", {kVisit}))}, nullptr,
                    made_mappings());
    EXPECT_EQ(findings_of(result),
              (std::vector<std::string>{"error submission.unreadable [ ] x.xlsx: 「x.xlsx」は読み取れません。"
                                        "パスワードが付いています。外してください。"}));
    EXPECT_EQ(result.submissions[0].state, SubmissionState::unreadable);
    EXPECT_EQ(result.submissions[0].source.file, "x.xlsx");
    EXPECT_EQ(result.submissions[0].remark, "パスワードが付いています。");
}

TEST(Consolidate, WithoutAnyDocumentThereIsNothingToConsolidate) {
    Finding failure;
    EXPECT_EQ(thrown_error([&] {
                  consolidate({{"x.xlsx", std::nullopt, failure}}, nullptr, made_mappings());
              }),
              "consolidation.nothing-read||読み取れた提出物がないので、取りまとめできません。|");
}

TEST(Consolidate, AnotherYearIsTakenAndTold) {
    const Document a = made_document("保健所.xlsx", {kVisit});
    const Document b = made_document("福祉部.xlsx", {kTrain});
    Document old = made_document("old.xlsx", {{"1-①-ウ-1", "窓口をまとめる", "開設した。", "", "I", "健) 福祉部"}});
    old.year = 2020;
    old.title = "令和2年度の取組結果";
    const Consolidation result = consolidate({reading_of(old), reading_of(a), reading_of(b)}, nullptr, made_mappings());
    EXPECT_EQ(result.document.year, 2021);
    EXPECT_EQ(result.document.title, "令和3年度の取組結果");
    EXPECT_EQ(result.document.records.size(), 3U);
    EXPECT_EQ(
        findings_of(result),
        (std::vector<std::string>{
            "warning submission.year-differs [ ] old.xlsx: 「old.xlsx」は令和2年度の資料で、取りまとめる令和3年度と"
            "違います。今年度の回答がない取組だけを取り込んでいます。古い資料が混ざっていないか確かめてください。"}));
}

TEST(Consolidate, AnotherFormIsNotTaken) {
    Mappings mappings = made_mappings();
    Form other = made_form();
    other.id = "other";
    other.name = "別の様式";
    mappings.forms.push_back(other);
    Document odd = made_document("odd.xlsx", {kTrain});
    odd.form = "other";
    const Consolidation result =
        consolidate({reading_of(made_document("保健所.xlsx", {kVisit})), reading_of(odd)}, nullptr, mappings);
    EXPECT_EQ(result.document.records.size(), 1U);
    EXPECT_EQ(findings_of(result),
              (std::vector<std::string>{
                  "error submission.form-differs [ ] odd.xlsx: 「odd.xlsx」の様式は「別の様式」で、取りまとめる様式"
                  "「取組の進み具合」と違います。内容は取り込んでいません。別に取りまとめるか、--form で様式を"
                  "指定してください。"}));
    EXPECT_EQ(result.submissions[1].state, SubmissionState::unreadable);
}

TEST(Consolidate, ABaseOfTheSameYearGivesTheHeadings) {
    Document base = made_document("base.xlsx", {kTrain, kVisit});
    base.title = "令和3年度の取組結果について";
    base.label = "資料７";
    Document a = made_document("保健所.xlsx", {kVisit});
    a.title = "";
    const Consolidation result = consolidate({reading_of(a)}, &base, made_mappings());
    EXPECT_EQ(result.document.title, "令和3年度の取組結果について");
    EXPECT_EQ(result.document.label, "資料７");
    EXPECT_EQ(records_of(result), (std::vector<std::string>{"1-①-ア-1: 訪問した。 (保健所.xlsx 1)"}));
    EXPECT_EQ(findings_of(result),
              (std::vector<std::string>{
                  "warning record.not-answered [ ] base.xlsx: 基準の資料「base.xlsx」にある取組 1-①-イ-1（担当: "
                  "教) 学校教育部）に当たるものが、提出物にありません。終わった取組か、まだ提出されていないかを"
                  "確かめてください。"}));
}

TEST(Consolidate, ABaseOfLastYearGivesOnlyTheOrder) {
    Document base = made_document("base.xlsx", {kTrain, kVisit});
    base.year = 2020;
    base.title = "令和2年度の取組結果";
    base.sections[0].title = "去年の題";
    const Document a = made_document("保健所.xlsx", {kVisit, kTrain});
    const Consolidation result = consolidate({reading_of(a)}, &base, made_mappings());
    EXPECT_EQ(result.document.title, "令和3年度の取組結果");
    EXPECT_EQ(result.document.year, 2021);
    EXPECT_EQ(result.document.sections[0].title, "見守る体制");
    EXPECT_EQ(records_of(result), (std::vector<std::string>{"1-①-イ-1: 研修した。 (保健所.xlsx 2)",
                                                            "1-①-ア-1: 訪問した。 (保健所.xlsx 1)"}));
    EXPECT_EQ(findings_of(result), std::vector<std::string>{});
}

TEST(Consolidate, TheNewestDateOfTheInputsIsTheDocuments) {
    Document a = made_document("保健所.xlsx", {kVisit});
    a.source.date = "2022-04-18";
    Document b = made_document("福祉部.xlsx", {kTrain});
    b.source.date = "2022-04-20";
    EXPECT_EQ(consolidate({reading_of(a), reading_of(b)}, nullptr, made_mappings()).document.source.date, "2022-04-20");
}

}  // namespace
}  // namespace torimatome::pipeline
