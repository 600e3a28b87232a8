// A workbook that was written gives the same records when it is read again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "minato.hpp"
#include "parsers/form/document_builder.hpp"
#include "parsers/xlsx/xlsx_reader.hpp"
#include "writers/consolidated_workbook.hpp"
#include "xlsx_parts.hpp"

namespace torimatome::writers {
namespace {

Document written_and_read(const Document& document) {
    const TestFolder folder;
    const std::filesystem::path file = folder / "book.xlsx";
    const Form form = minato_form();
    const std::vector<Submission> submissions;
    write_consolidated_workbook({document, form, submissions, Paper::a3, {2022, 6, 1}}, file);
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    Mappings mappings;
    mappings.forms = {form};
    return parsers::build_document(parsers::read_xlsx({"book.xlsx", bytes}, {}), mappings, {});
}

std::vector<Record> without_sources(std::vector<Record> records) {
    for (Record& record : records) {
        record.source = {};
        for (auto& [id, field] : record.fields) field.source = {};
    }
    return records;
}

void expect_same(const Document& written, const Document& read) {
    EXPECT_EQ(read.title, written.title);
    EXPECT_EQ(read.label, written.label);
    EXPECT_EQ(read.year, written.year);
    EXPECT_EQ(read.sections, written.sections);
    EXPECT_TRUE(read.unplaced.empty());
    const std::vector<Record> expected = without_sources(written.records);
    const std::vector<Record> records = without_sources(read.records);
    ASSERT_EQ(records.size(), expected.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        EXPECT_EQ(records[i].id, expected[i].id);
        ASSERT_EQ(records[i].fields.size(), expected[i].fields.size()) << records[i].id;
        for (std::size_t field = 0; field < records[i].fields.size(); ++field) {
            EXPECT_EQ(records[i].fields[field].first, expected[i].fields[field].first) << records[i].id;
            EXPECT_TRUE(records[i].fields[field].second == expected[i].fields[field].second)
                << records[i].id << " " << records[i].fields[field].first << "\n"
                << records[i].fields[field].second.text << "\n"
                << expected[i].fields[field].second.text;
        }
    }
}

TEST(WorkbookRoundTrip, KeepsEveryRecord) {
    const Document document = minato_document();
    expect_same(document, written_and_read(document));
}

TEST(WorkbookRoundTrip, KeepsFormatting) {
    Document document = minato_document();
    Field& plan = *document.records[0].find("plan");
    plan.runs = {{.text = "案内を"},
                 {.text = "多言語", .bold = true, .underline = true, .color = "FF0000"},
                 {.text = "にする。"}};
    Field& goal = *document.records[0].find("goal");
    goal.runs = {{.text = goal.text, .underline = true}};
    expect_same(document, written_and_read(document));
}

TEST(WorkbookRoundTrip, KeepsTextsThatLookLikeSomethingElse) {
    Document document = minato_document();
    document.records[0].find("plan")->text = "=A1+_x0041_ https://example.jp/ & <b>太字</b>\n・一つ目\n・二つ目";
    document.records[0].find("result")->text = "'007";
    expect_same(document, written_and_read(document));
}

TEST(WorkbookRoundTrip, KeepsARecordThatTakesSeveralRows) {
    Document document = minato_document();
    document.records[1].find("plan")->text = minato_prose(3000);
    expect_same(document, written_and_read(document));
}

TEST(WorkbookRoundTrip, KeepsColumnsThatDepartmentsAdded) {
    Document document = minato_document();
    for (Record& record : document.records) record.fields.emplace_back("予算額", Field{.text = "500千円"});
    expect_same(document, written_and_read(document));
}

TEST(WorkbookRoundTrip, KeepsALongDocument) {
    Document document = minato_long_document(2, 24);
    // The ids that the form's identity gives.
    const Document read = written_and_read(document);
    ASSERT_EQ(read.records.size(), document.records.size());
    for (std::size_t i = 0; i < read.records.size(); ++i) document.records[i].id = read.records[i].id;
    expect_same(document, read);
}

}  // namespace
}  // namespace torimatome::writers
