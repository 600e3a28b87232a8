#include "pipeline/round/slips.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/language.hpp"
#include "tests/pipeline/made_documents.hpp"
#include "tests/pipeline/temporary_folder.hpp"

namespace torimatome::pipeline {
namespace {

using testing::ElementsAre;

Finding finding(const char* code, Severity severity, const char* message, const char* cell) {
    Finding made;
    made.code = code;
    made.severity = severity;
    made.message = message;
    made.source.sheet = "提言1";
    made.source.cell = cell;
    return made;
}

Reading answered(const std::string& file, Findings findings) {
    Document document = made_document(file, {{"1-①-ア-1", "○目標", "結果", "予定", "II", "健) 保健所"}});
    document.department = "保健所";
    document.findings = std::move(findings);
    return {file, std::move(document), {}};
}

TEST(MakeSlip, PutsWhatMustBeCorrectedFirstInTheDepartmentsOwnCells) {
    set_message_language(Language::japanese);
    Finding changed =
        finding("form.locked-changed", Severity::warning, "記入欄でない「目標」が書き換えられています。", "E12");
    changed.record = "1-①-ア-1";
    changed.field = "goal";
    const Reading reading = answered(
        "回答.xlsx",
        {finding("column.added", Severity::warning, "様式にない列「備考」があります。内容はそのまま残しました。", "I9"),
         changed, finding("form.answer-missing", Severity::warning, "記入欄の「結果」が空です。", "F13"),
         finding("notation.mixed", Severity::note, "表記が混ざっています。", "F14"),
         finding("submission.versions-unclear", Severity::warning, "別の版のようです。", "")});
    const Form form = made_form();
    const writers::ReturnSlip slip = make_slip(reading, &form, made_mappings().organisations, {});
    EXPECT_EQ(slip.department, "保健所");
    ASSERT_EQ(slip.items.size(), 3U);
    EXPECT_EQ(slip.items[0].place, "シート「提言1」F13");
    EXPECT_EQ(slip.items[0].request, "記入してください。実績などがないときは「該当なし」と記入してください。");
    EXPECT_EQ(slip.items[1].place, "シート「提言1」E12");
    EXPECT_EQ(slip.items[1].now, "○目標");
    EXPECT_TRUE(slip.items[1].must);
    EXPECT_EQ(slip.items[2].problem, "様式にない列「備考」があります。");
    EXPECT_FALSE(slip.items[2].must);
}

TEST(ReminderText, CanBeCopiedIntoAMail) {
    set_message_language(Language::japanese);
    const SlipSettings settings{"4月26日（金）", "企画課 内線2214", {}, {}};
    EXPECT_EQ(
        reminder_text({{"福祉部", "港太郎 内線2120"}, {"保育部", ""}}, "取組結果", settings),
        "件名：【お願い】取組結果について（照会）への回答について\n\n各担当者　様\n\n"
        "お世話になっております。\n"
        "「取組結果について（照会）」について、まだ回答をいただいておりません。\n"
        "お忙しいところ恐れ入りますが、4月26日（金）までに提出をお願いします。\n"
        "既に提出いただいている場合は、行き違いですのでご容赦ください。\n"
        "提出が難しい事情があるときは、見込みの日を下記までお知らせください。\n\n"
        "提出先・問合せ先：企画課 内線2214\n\n"
        "―― 以下は控えです（送信の前に削除してください） ――\n未回答 2 部署\n・福祉部　港太郎 内線2120\n・保育部\n");
    EXPECT_EQ(reminder_text({}, "取組結果", settings), "");
}

TEST(WriteSlips, WritesOneForEachThatNeedsItAndRemindsTheRest) {
    const TemporaryFolder folder;
    const std::vector<Reading> readings = {
        answered("回答.xlsx", {finding("form.answer-missing", Severity::warning, "空です。", "F13")})};
    const SlipSettings settings{"", "", {{"健) 保健所", ""}, {"福祉部", ""}}, {2023, 4, 1}};
    const SlipsWritten written = write_slips(readings, made_mappings(), settings, folder.path());
    EXPECT_EQ(written.slips, 1);
    EXPECT_EQ(written.reminded, 1);
    EXPECT_THAT(folder.names(), ElementsAre("督促文.txt", "返戻一覧.xlsx", "返戻票_回答.xlsx"));
    EXPECT_THAT(folder.read("督促文.txt"), testing::HasSubstr("未回答 1 部署\r\n・福祉部\r\n"));
}

}  // namespace
}  // namespace torimatome::pipeline
