#include "writers/csv.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace torimatome::writers {
namespace {

const std::string kMark = "\xEF\xBB\xBF";

Form progress_form() {
    Form form;
    form.section.name = "提言";
    form.columns = {{.heading = "取組方針",
                     .fields = {{.id = "item", .kind = FieldKind::mark, .style = "circled"},
                                {.id = "policy_mark", .kind = FieldKind::mark, .style = "katakana"},
                                {.id = "policy"}}},
                    {.heading = "{year}の結果", .fields = {{.id = "result"}}},
                    {.heading = "{next-year}の取組", .fields = {{.id = "plan"}}},
                    {.heading = "担当部", .fields = {{.id = "departments", .kind = FieldKind::departments}}}};
    return form;
}

Document progress_document() {
    Document document;
    document.year = 2021;
    document.source.file = "回答.xlsx";
    document.sections = {{"1", "相談の受付", {}}};
    Record record;
    record.id = "1-①-ア";
    record.section = "1";
    record.source = {.sheet = "様式1", .cell = "A5"};
    record.fields = {{"item", {.text = "①", .inherited = true}},
                     {"policy_mark", {.text = "ア"}},
                     {"policy", {.text = "周知, 案内", .inherited = true}},
                     {"result", {.text = "・一\n・「\"二\"」", .reprinted = true}},
                     {"plan", {.text = "【再掲】", .reprinted = true}},
                     {"departments", {.text = "市) 広報課"}}};
    document.records = {record};
    return document;
}

std::string csv_of(const Document& document, const Form& form) {
    std::ostringstream out;
    write_csv(document, form, out);
    return out.str();
}

/// One record with one field "x" of one column 「欄」.
std::string cell_of(const std::string& text) {
    Form form;
    form.columns = {{.heading = "欄", .fields = {{.id = "x"}}}};
    Document document;
    document.records.push_back({.id = "1", .section = "", .fields = {{"x", {.text = text}}}, .source = {}});
    const std::string csv = csv_of(document, form);
    const std::string start = kMark + "ID,欄,再掲,上段から,出典\r\n1,";
    const std::string end = ",,,\r\n";
    EXPECT_EQ(csv.substr(0, start.size()), start);
    EXPECT_EQ(csv.substr(csv.size() - end.size()), end);
    return csv.substr(start.size(), csv.size() - start.size() - end.size());
}

TEST(CsvWriter, WritesOneRecordARowUnderTheFormsHeadings) {
    EXPECT_EQ(
        csv_of(progress_document(), progress_form()),
        kMark +
            "ID,提言番号,提言,取組方針（①）,取組方針（ア）,取組方針（本文）,令和3年度の結果,令和4年度の取組,担当部,"
            "再掲,上段から,出典\r\n"
            "1-①-ア,1,相談の受付,①,ア,\"周知, 案内\",\"・一\n・「\"\"二\"\"」\",【再掲】,市) 広報課,"
            "令和3年度の結果、令和4年度の取組,取組方針（①）、取組方針（本文）,「回答.xlsx」シート「様式1」A5\r\n");
}

TEST(CsvWriter, WritesTheHeadingsOfAnEmptyDocument) {
    EXPECT_EQ(csv_of(Document{}, progress_form()),
              kMark +
                  "ID,提言番号,提言,取組方針（①）,取組方針（ア）,取組方針（本文）,当該年度の結果,翌年度の取組,担当部,"
                  "再掲,上段から,出典\r\n");
}

TEST(CsvWriter, LeavesAbsentFieldsAndUnknownSectionsEmpty) {
    Document document = progress_document();
    document.source.file.clear();
    document.records = {
        {.id = "9", .section = "9", .fields = {{"plan", {.text = "x"}}}, .source = {.file = "a.txt", .line = 3}}};
    const std::string csv = csv_of(document, progress_form());
    EXPECT_EQ(csv.substr(csv.find("\r\n") + 2), "9,9,,,,,,x,,,,a.txt:3\r\n");
}

TEST(CsvWriter, KeepsFieldsThatTheFormDoesNotKnow) {
    Form form;
    form.columns = {{.heading = "欄", .fields = {{.id = "x"}}}};
    Document document;
    document.records = {{.id = "1", .section = "", .fields = {{"x", {.text = "a"}}}, .source = {.line = 1}},
                        {.id = "2", .section = "", .fields = {{"y", {.text = "b"}}}, .source = {.line = 2}}};
    document.source.file = "a.txt";
    EXPECT_EQ(csv_of(document, form), kMark +
                                          "ID,欄,y,再掲,上段から,出典\r\n"
                                          "1,a,,,,a.txt:1\r\n"
                                          "2,,b,,,a.txt:2\r\n");
}

TEST(CsvWriter, GivesEveryColumnAHeadingOfItsOwn) {
    Form form;
    form.columns = {
        {.heading = "取組", .fields = {{.id = "a"}, {.id = "b"}, {.id = "c", .kind = FieldKind::name}}},
        {.heading = "出典", .fields = {{.id = "d"}}},
        {.heading = "種別", .fields = {{.id = "e", .kind = FieldKind::choice}, {.id = "f", .kind = FieldKind::date}}},
        {.heading = "印",
         .fields = {{.id = "g", .kind = FieldKind::mark}, {.id = "h", .kind = FieldKind::departments}}}};
    EXPECT_EQ(csv_of(Document{}, form),
              kMark +
                  "ID,取組（本文）（a）,取組（本文）（b）,取組（名称）,出典（d）,種別（区分）,"
                  "種別（日付）,印（記号）,印（担当）,再掲,上段から,出典\r\n");
}

TEST(CsvWriter, QuotesWhatNeedsIt) {
    EXPECT_EQ(cell_of("計画"), "計画");
    EXPECT_EQ(cell_of(""), "");
    EXPECT_EQ(cell_of("007"), "007");
    EXPECT_EQ(cell_of("a,b"), "\"a,b\"");
    EXPECT_EQ(cell_of("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(cell_of("a\nb"), "\"a\nb\"");
    EXPECT_EQ(cell_of("a\r\nb"), "\"a\r\nb\"");
    EXPECT_EQ(cell_of(" a"), "\" a\"");
    EXPECT_EQ(cell_of("a "), "\"a \"");
    EXPECT_EQ(cell_of("　a"), "　a");
}

TEST(CsvWriter, WritesFormulaTextAsItIsAndQuoted) {
    EXPECT_EQ(cell_of("=1+1"), "\"=1+1\"");
    EXPECT_EQ(cell_of("+5名"), "\"+5名\"");
    EXPECT_EQ(cell_of("-3名"), "\"-3名\"");
    EXPECT_EQ(cell_of("@課"), "\"@課\"");
    EXPECT_EQ(cell_of("a=1"), "a=1");
}

}  // namespace
}  // namespace torimatome::writers
