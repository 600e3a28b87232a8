#include <gtest/gtest.h>

#include "pipeline/proofreading/proofread.hpp"
#include "tests/pipeline/made_documents.hpp"

namespace torimatome::pipeline {
namespace {

// Each finding as 「severity code [record field] message hint」.
std::vector<std::string> lines_of(const Findings& findings) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings) {
        lines.push_back(std::string(to_string(finding.severity)) + " " + finding.code + " [" + finding.record + " " +
                        finding.field + "] " + finding.message + finding.hint);
    }
    return lines;
}

using Lines = std::vector<std::string>;

const char* const kLong =
    "家庭訪問を月2回行い、気になる家庭については関係機関と情報を共有しながら支援の体制を構築した。";

Form reprint_form() {
    Form form = made_form();
    form.reprint_marks = {"【再掲】"};
    return form;
}

Document two_results(const std::string& first, const std::string& second, bool marked) {
    Document document =
        made_document("a.xlsx", {{"1-①-ア-1", "目標A", first, "", "", ""}, {"1-①-イ-1", "目標B", second, "", "", ""}});
    document.records[1].find("result")->reprinted = marked;
    document.records[0].find("policy")->text = "方針の一";
    document.records[1].find("policy")->text = "方針の二";
    return document;
}

TEST(CheckReprints, AReprintWordForWordIsRight) {
    for (const std::string& text : {std::string(kLong) + "【再掲】", std::string(kLong) + "\n【再掲】",
                                    "研修を行った。\n" + std::string(kLong) + "【再掲】",
                                    std::string("関係機関と情報を共有しながら支援の体制を構築した。【再掲】")}) {
        EXPECT_EQ(lines_of(check_reprints(two_results(kLong, text, true), reprint_form(), made_mappings())), Lines{})
            << text;
    }
}

TEST(CheckReprints, OnlyTheMarkedParagraphIsTheReprint) {
    const std::string text = "研修を3回行い、120人が参加した。\n" + std::string(kLong) + "【再掲】\n広報を続けた。";
    EXPECT_EQ(lines_of(check_reprints(two_results(kLong, text, true), reprint_form(), made_mappings())), Lines{});
}

TEST(CheckReprints, OtherWordsAreTold) {
    std::string changed = kLong;
    changed.replace(changed.find("構築"), std::string("構築").size(), "強化");
    const Document document = two_results(kLong, changed + "【再掲】", true);
    EXPECT_EQ(
        lines_of(check_reprints(document, reprint_form(), made_mappings())),
        Lines{"warning reprint.differs [1-①-イ-1 result] 再掲とありますが、取組 1-①-ア-1 の文と違うところがあります："
              "「構築→強化」どちらの文にそろえるか、担当部署に確かめてください。"});
}

TEST(CheckReprints, AReprintOfNothingIsTold) {
    const Document document = two_results("研修を3回行った。", std::string(kLong) + "【再掲】", true);
    EXPECT_EQ(
        lines_of(check_reprints(document, reprint_form(), made_mappings())),
        Lines{"note reprint.no-original [1-①-イ-1 result] 再掲とありますが、元の文がこの資料に見つかりません："
              "「家庭訪問を月2回行い、気になる家庭については関係機関と情報を…」再掲の印が正しいか確かめてください。"});
}

TEST(CheckReprints, ALongTextTwiceWithoutTheMarkIsTold) {
    EXPECT_EQ(
        lines_of(check_reprints(two_results(kLong, kLong, false), reprint_form(), made_mappings())),
        Lines{"note reprint.unmarked [1-①-イ-1 result] 取組 1-①-ア-1 と同じ文ですが、再掲の印がありません："
              "「家庭訪問を月2回行い、気になる家庭については関係機関と情報を…」再掲であれば印を付けてください。"});
    Document goals = two_results("研修した。", "訪問した。", false);
    goals.records[0].find("goal")->text = goals.records[1].find("goal")->text = kLong;
    EXPECT_EQ(check_reprints(goals, reprint_form(), made_mappings()).size(), 1U) << "under two policies";
    goals.records[1].id = "1-①-ア-2";
    EXPECT_EQ(lines_of(check_reprints(goals, reprint_form(), made_mappings())), Lines{});
    const Document brief = two_results("引き続き実施した。", "引き続き実施した。", false);
    EXPECT_EQ(lines_of(check_reprints(brief, reprint_form(), made_mappings())), Lines{});
}

Document numbered(const std::vector<std::string>& ids) {
    std::vector<MadeRecord> records;
    for (const std::string& id : ids) records.push_back({id, "目標" + id, "した。", "", "", ""});
    Document document = made_document("a.xlsx", records);
    for (Record& record : document.records) record.find("policy")->text = "方針" + record.id;
    return document;
}

TEST(CheckNumbering, NumbersInOrderAreRight) {
    EXPECT_EQ(lines_of(check_numbering(numbered({"1-①-ア-1", "1-①-イ-1", "1-①-ウ-1"}), made_form())), Lines{});
}

TEST(CheckNumbering, AMissingMarkIsTold) {
    EXPECT_EQ(lines_of(check_numbering(numbered({"1-①-ア-1", "1-①-イ-1", "1-①-エ-1"}), made_form())),
              Lines{"note numbering.gap [ ] 提言1①の番号「ウ」がありません。"
                    "抜けている行がないか、番号の振り違いでないかを確かめてください。"});
}

TEST(CheckNumbering, AMarkThatComesTwiceIsTold) {
    EXPECT_EQ(lines_of(check_numbering(numbered({"1-①-ア-1", "1-①-イ-1", "1-①-ア-2"}), made_form())),
              Lines{"warning numbering.double [1-①-ア-2 mark] 提言1①の番号「ア」が2回使われています。"
                    "番号の振り違いでないか確かめてください。"});
}

TEST(CheckNumbering, RowsOfOnePolicyShareItsMark) {
    Document document = numbered({"1-①-ア-1", "1-①-ア-2", "1-①-イ-1"});
    document.records[1].find("policy")->text = document.records[0].find("policy")->text;
    EXPECT_EQ(lines_of(check_numbering(document, made_form())), Lines{});
}

TEST(CheckNumbering, SectionsAndItemsAreLookedAt) {
    Document document = numbered({"1-①-ア-1", "1-③-ア-1"});
    document.sections = {{"1", "一", {{"①", "甲"}, {"③", "乙"}}}, {"3", "三", {}}, {"3", "又", {}}};
    EXPECT_EQ(lines_of(check_numbering(document, made_form())),
              (Lines{"warning numbering.double [ ] 提言の番号「3」が2回使われています。"
                     "番号の振り違いでないか確かめてください。",
                     "note numbering.gap [ ] 提言の番号「2」がありません。"
                     "抜けている行がないか、番号の振り違いでないかを確かめてください。",
                     "note numbering.gap [ ] 提言1の項目の番号「②」がありません。"
                     "抜けている行がないか、番号の振り違いでないかを確かめてください。",
                     "note numbering.gap [ ] 提言1の番号「②」がありません。"
                     "抜けている行がないか、番号の振り違いでないかを確かめてください。"}));
}

TEST(CheckNumbering, ASubmissionMayLackOtherDepartmentsNumbers) {
    Document document = numbered({"1-①-ア-1", "1-①-ウ-1"});
    document.sections = {{"1", "一", {{"①", "甲"}, {"②", "乙"}, {"③", "丙"}}}};
    EXPECT_EQ(lines_of(check_numbering(document, made_form())), Lines{});
}

TEST(CheckCharacters, TellsWhatCodePage932Lacks) {
    const Document document = two_results("𠮷野川と髙橋川で𠮷例の発。", "Off―JTを行った。", false);
    EXPECT_EQ(
        lines_of(check_characters(document)),
        (Lines{"note text.not-in-cp932 [1-①-ア-1 result] 「𠮷」（U+20BB7、2か所）は Shift_JIS（CP932）にない文字です。"
               "古いシステムに渡すときは「〓」などになります。字形が正しいか確かめてください。",
               "note text.dash [1-①-イ-1 result] 「Off―JT」の横線は、ハイフン（-）ではなく長い線です。"
               "文字の取り違えでないか確かめてください。"}));
}

Document with_departments(const std::vector<std::string>& names) {
    std::vector<MadeRecord> records;
    for (const std::string& name : names) records.push_back({"1-①-ア-1", "目標", "した。", "", "", name});
    return made_document("a.xlsx", records);
}

TEST(CheckDepartments, ANameOffTheListIsToldWithTheNearest) {
    const Document document = with_departments({"健) 保健所", "健) 福祉部", "教) 学校教育", "健) 福祉総務部"});
    EXPECT_EQ(lines_of(check_departments(document, made_form(), made_mappings().organisations)),
              Lines{"warning department.unknown [1-①-ア-1 departments] 担当「教) "
                    "学校教育」は、知られている部署の名前ではありません。"
                    "近い名前は「学校教育部」です。書き違いでなければ、mappings/organisations.xml に加えてください。"});
}

TEST(CheckDepartments, InAnotherCityOnlySlipsAreTold) {
    const Document document = with_departments({"区）健康課", "区）健康課", "区）健康課.", "区）総務課"});
    EXPECT_EQ(lines_of(check_departments(document, made_form(), made_mappings().organisations)),
              Lines{"warning department.unknown [1-①-ア-1 departments] "
                    "担当「区）健康課.」は、知られている部署の名前ではありません。"
                    "近い名前は「区）健康課」です。書き違いでなければ、mappings/organisations.xml に加えてください。"});
}

TEST(CheckTitleYear, AnotherYearThanTheColumnsIsTold) {
    Form form = made_form();
    form.title_patterns = {"{year}の取組結果"};
    Document document = made_document("a.xlsx", {});
    EXPECT_EQ(lines_of(check_title_year(document, form)), Lines{});
    document.year = 2022;
    EXPECT_EQ(lines_of(check_title_year(document, form)),
              Lines{"warning title.year-differs [ ] 題名は令和3年度ですが、表の見出しは令和4年度です。"
                    "題名：「令和3年度の取組結果」どちらの年度が正しいか確かめてください。"});
}

TEST(CheckRequiredFields, AnEmptyFieldIsToldOnce) {
    Document document = made_document("a.xlsx", {{"1-①-ア-1", "目標", "した。", "", "", "健) 保健所"}});
    EXPECT_EQ(lines_of(check_required_fields(document, made_form())),
              (Lines{"note field.empty [1-①-ア-1 plan] 「令和4年度の予定」が空欄です。"
                     "記入漏れでないか、担当部署に確かめてください。",
                     "warning field.empty [1-①-ア-1 category] 「区分」が空欄です。"
                     "記入漏れでないか、担当部署に確かめてください。"}));
    document.findings = {{"row.cell-missing", Severity::warning, "1-①-ア-1", "category", "", "", {}},
                         {"row.cell-missing", Severity::warning, "1-①-ア-1", "plan", "", "", {}}};
    EXPECT_EQ(lines_of(check_required_fields(document, made_form())), Lines{});
}

TEST(CheckNotation, CountsTheWaysOfWritingAWord) {
    Notation notation;
    notation.variants = {{"取組", "取り組み", "取組み", "取り組"}, {"既に", "すでに"}};
    const Document document = two_results("取組を進め、取組を広げ、取り組んだ。", "既に取り組みを始めた。", false);
    EXPECT_EQ(lines_of(check_notation(document, notation)),
              Lines{"note notation.mixed [1-①-イ-1 result] 表記が混ざっています：「取組」2か所、「取り組み」1か所。"
                    "そろえるかどうかを確かめてください。"});
}

TEST(CheckNotation, CountsAWordOfOneKanjiOnlyWhereItStandsAlone) {
    Notation notation;
    notation.variants = {{"こと", "事"}, {"ところ", "所"}};
    notation.loose_variants = {{"（", "【"}};
    const Document document =
        two_results("事案のことを事務局と保健所に伝えた（口頭）。", "当事者の居る所に行く事とした【再掲】。", false);
    EXPECT_EQ(lines_of(check_notation(document, notation)),
              Lines{"note notation.mixed [1-①-イ-1 result] 表記が混ざっています：「こと」1か所、「事」1か所。"
                    "そろえるかどうかを確かめてください。"});
}

TEST(CheckNotation, CountsWidthsOfDigits) {
    const Document mixed = two_results("12回行い、3人が参加した。", "４回行った。", false);
    EXPECT_EQ(
        lines_of(check_notation(mixed, {})),
        Lines{"note notation.mixed-width [1-①-イ-1 result] 数字の全角と半角が混ざっています：全角1か所、半角2か所。"
              "そろえるかどうかを確かめてください。"});
    const Document usual = two_results("12回行い、３人が参加した。", "４回行った。", false);
    EXPECT_EQ(lines_of(check_notation(usual, {})), Lines{});
}

}  // namespace
}  // namespace torimatome::pipeline
