#include "writers/workbook/flat_columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "minato.hpp"

namespace torimatome::writers {
namespace {

using testing::ElementsAre;
using testing::Pair;

/// One row of the list: heading and value, numbers as "#1", empty values left out.
std::vector<std::pair<std::string, std::string>> row_of(const Document& document, const Form& form,
                                                        std::size_t record) {
    std::vector<std::pair<std::string, std::string>> row;
    for (const FlatColumn& flat : flat_columns(document, form)) {
        const FlatValue value = flat.value(document.records[record]);
        if (const int* number = std::get_if<int>(&value)) {
            row.emplace_back(flat.column.heading, "#" + std::to_string(*number));
        } else if (const std::string* text = std::get_if<std::string>(&value); text && !text->empty()) {
            row.emplace_back(flat.column.heading, *text);
        }
    }
    return row;
}

TEST(FlatColumns, GiveARecordInOneRow) {
    Document document = minato_document();
    document.records[1].find("plan")->reprinted = true;
    document.records[1].find("result")->reprinted = true;
    document.findings.push_back({.code = "row.cell-missing", .record = "1-①-ア-2"});
    EXPECT_THAT(
        row_of(document, minato_form(), 1),
        ElementsAre(Pair("ID", "1-①-ア-2"), Pair("年度（西暦）", "#2021"), Pair("年度（和暦）", "令和3年度"),
                    Pair("提言番号", "#1"), Pair("提言", "身近な相談体制の強化"), Pair("項目番号", "#1"),
                    Pair("項目", "①"), Pair("項目名", "相談窓口のあり方"), Pair("取組方針（記号）番号", "#1"),
                    Pair("取組方針（記号）", "ア"), Pair("取組方針", "相談の入り口を分かりやすくする。"),
                    Pair("取組の到達目標", "○夜間も相談できる。"),
                    Pair("令和3年度の取組とその結果", "窓口の案内を作成し、全世帯に配布した。"),
                    Pair("継続すべきよかった点、改善すべき点", "問い合わせが増え、周知が進んだ。"),
                    Pair("令和4年度の取組", "案内を多言語にする。"), Pair("取組区分", "I"), Pair("取組区分番号", "#1"),
                    Pair("取組区分の意味", "新規"), Pair("担当部", "保) 健康課、市) 広報課"),
                    Pair("再掲のある欄", "令和3年度の取組とその結果、令和4年度の取組"), Pair("指摘数", "#1"),
                    Pair("出典ファイル", "回答.xlsx"), Pair("出典位置", "シート「様式1」A11")));
}

TEST(FlatColumns, LeaveNumbersEmptyThatTheTextDoesNotGive) {
    Document document = minato_document();
    document.records[0].find("category")->text = "検討中";
    document.records[0].find("item")->text = "その他";
    document.records[0].section = "別";
    const auto row = row_of(document, minato_form(), 0);
    EXPECT_THAT(row, testing::Contains(Pair("提言番号", "別")));
    EXPECT_THAT(row, testing::Contains(Pair("取組区分", "検討中")));
    EXPECT_THAT(row, testing::Not(testing::Contains(Pair("取組区分番号", testing::_))));
    EXPECT_THAT(row, testing::Not(testing::Contains(Pair("項目番号", testing::_))));
}

TEST(FlatColumns, FollowTheForm) {
    Form form;
    form.columns.resize(3);
    form.columns[0].heading = "番号";
    form.columns[0].fields = {{.id = "number", .kind = FieldKind::mark, .style = "number"}};
    form.columns[1].heading = "日付";
    form.columns[1].fields = {{.id = "date", .kind = FieldKind::date}};
    form.columns[2].heading = "取組";
    form.columns[2].fields = {{.id = "name", .kind = FieldKind::name}, {.id = "detail", .kind = FieldKind::prose}};
    Document document;
    document.records.push_back({.id = "1",
                                .fields = {{"number", {.text = "1."}},
                                           {"date", {.text = "令和元年6月5日", .value = "2019-06-05"}},
                                           {"name", {.text = "会議"}},
                                           {"detail", {.text = "会議を開いた。"}}},
                                .source = {.line = 24}});
    document.source.file = "経過.txt";
    EXPECT_THAT(
        row_of(document, form, 0),
        ElementsAre(Pair("ID", "1"), Pair("番号（数値）", "#1"), Pair("番号", "1."), Pair("日付", "令和元年6月5日"),
                    Pair("日付（西暦）", "2019-06-05"), Pair("取組（名称）", "会議"), Pair("取組", "会議を開いた。"),
                    Pair("指摘数", "#0"), Pair("出典ファイル", "経過.txt"), Pair("出典位置", "24行目")));
}

}  // namespace
}  // namespace torimatome::writers
