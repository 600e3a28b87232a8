#include "writers/workbook/record_counts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "minato.hpp"

namespace torimatome::writers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(RecordCounts, BySectionAndCategory) {
    const CountTable table = count_by_section(minato_document(), minato_form());
    EXPECT_EQ(table.title, "提言別・取組区分別の取組数");
    EXPECT_EQ(table.row_heading, "提言");
    EXPECT_THAT(table.columns, ElementsAre("I 新規", "II 拡充", "III 継続"));
    EXPECT_THAT(table.rows, ElementsAre(CountRow{"提言1", {1, 1, 1}}, CountRow{"提言2", {0, 1, 0}}));
    EXPECT_TRUE(table.row_totals);
    EXPECT_EQ(table.total_name, "計");
    EXPECT_TRUE(table.charted);
}

TEST(RecordCounts, TakeEveryNotationOfACategoryForOne) {
    Document document = minato_document();
    document.records[0].find("category")->text = "Ⅱ";
    document.records[1].find("category")->text = "２";
    document.records[2].find("category")->text = "ＩＩ";
    EXPECT_THAT(count_by_section(document, minato_form()).rows,
                ElementsAre(CountRow{"提言1", {0, 3, 0}}, CountRow{"提言2", {0, 1, 0}}));
}

TEST(RecordCounts, ShowOtherAndMissingCategoriesWhereThereAreSome) {
    Document document = minato_document();
    document.records[0].find("category")->text = "II III";
    document.records[1].find("category")->text = " ";
    const CountTable table = count_by_section(document, minato_form());
    EXPECT_THAT(table.columns, ElementsAre("I 新規", "II 拡充", "III 継続", "その他", "未記入"));
    EXPECT_THAT(table.rows, ElementsAre(CountRow{"提言1", {0, 0, 1, 1, 1}}, CountRow{"提言2", {0, 1, 0, 0, 0}}));
    EXPECT_EQ(table.total_of(table.rows[0]), 3);
}

TEST(RecordCounts, CountPlainRecordsWhereTheFormHasNoSectionsOrChoices) {
    Form form = minato_form();
    form.columns.erase(form.columns.begin() + 5);
    form.choices.clear();
    Document document = minato_document();
    document.sections.clear();
    for (Record& record : document.records) record.section.clear();
    const CountTable table = count_by_section(document, form);
    EXPECT_EQ(table.title, "資料別の取組数");
    EXPECT_THAT(table.columns, ElementsAre("取組数"));
    EXPECT_THAT(table.rows, ElementsAre(CountRow{"全体", {4}}));
    EXPECT_FALSE(table.row_totals);
}

TEST(RecordCounts, ByBureauCountARecordOnceForEachBureau) {
    Document document = minato_document();
    document.records[0].find("departments")->values = {"市) 広報課", "市） 秘書課", "区役所（東）窓口"};
    const CountTable table = count_by_bureau(document, minato_form());
    EXPECT_THAT(table.rows,
                ElementsAre(CountRow{"市", {1, 2, 1}}, CountRow{"（局名なし）", {0, 1, 0}}, CountRow{"保", {1, 0, 1}}));
    EXPECT_TRUE(table.charted);
}

TEST(RecordCounts, ByBureauAreEmptyWhereNoListHasOne) {
    Document document = minato_document();
    for (Record& record : document.records) record.find("departments")->values = {"広報課"};
    EXPECT_THAT(count_by_bureau(document, minato_form()).rows, IsEmpty());
}

TEST(RecordCounts, ByDepartmentTakeNotationsOfOneNameForOne) {
    Document document = minato_document();
    document.records[0].find("departments")->values = {"市） 広報課"};
    const CountTable table = count_by_department(document, minato_form());
    EXPECT_EQ(table.row_heading, "担当部");
    EXPECT_THAT(table.rows, ElementsAre(CountRow{"市） 広報課", {1, 2, 1}}, CountRow{"保) 健康課", {1, 0, 1}}));
}

TEST(RecordCounts, ByFieldTellBlanksAndReprints) {
    Document document = minato_document();
    document.records[0].find("plan")->reprinted = true;
    const CountTable table = count_by_field(document, minato_form());
    EXPECT_THAT(table.columns, ElementsAre("記入あり", "空欄", "うち再掲"));
    EXPECT_THAT(table.rows, ElementsAre(CountRow{"取組方針", {4, 0, 0}}, CountRow{"取組の到達目標", {4, 0, 0}},
                                        CountRow{"令和3年度の取組とその結果", {4, 0, 0}},
                                        CountRow{"継続すべきよかった点、改善すべき点", {4, 0, 0}},
                                        CountRow{"令和4年度の取組", {3, 1, 1}}, CountRow{"取組区分", {4, 0, 0}},
                                        CountRow{"担当部", {4, 0, 0}}));
}

TEST(RecordCounts, ByStateLeaveOutStatesThatDoNotOccur) {
    std::vector<Submission> submissions(3);
    submissions[1].state = SubmissionState::missing;
    EXPECT_THAT(count_by_state(submissions).rows, ElementsAre(CountRow{"取り込み", {2}}, CountRow{"未提出", {1}}));
}

}  // namespace
}  // namespace torimatome::writers
