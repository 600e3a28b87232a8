// CSV and TSV: RFC 4180, encodings, delimiters, and what is no CSV.
#include <gtest/gtest.h>

#include "model/language.hpp"
#include "parsers/csv/csv_reader.hpp"
#include "parsers/csv/csv_records.hpp"

namespace torimatome::parsers {
namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> fields_of(const CsvRecords& parsed) {
    std::vector<Fields> all;
    for (const CsvRecord& record : parsed.records) all.push_back(record.fields);
    return all;
}

TEST(CsvRecords, SplitsQuotesDelimitersAndLineBreaksByRfc4180) {
    const CsvRecords parsed = parse_csv("a,\"b,\"\"c\"\"\",\n\"一行目\n二行目\",=1+2,007\n", ',');
    EXPECT_EQ(fields_of(parsed), (std::vector<Fields>{{"a", "b,\"c\"", ""}, {"一行目\n二行目", "=1+2", "007"}}));
    EXPECT_EQ(parsed.records[0].line, 1);
    EXPECT_EQ(parsed.records[1].line, 2);
    EXPECT_EQ(parsed.unclosed_quote_line, 0);
}

TEST(CsvRecords, TellsTheLineOfAnUnclosedQuote) {
    const CsvRecords parsed = parse_csv("a,b\nc,\"d\ne,f\n", ',');
    EXPECT_EQ(fields_of(parsed), (std::vector<Fields>{{"a", "b"}, {"c", "d\ne,f\n"}}));
    EXPECT_EQ(parsed.unclosed_quote_line, 2);
}

TEST(CsvRecords, KeepsWhatFollowsAClosingQuote) {
    EXPECT_EQ(fields_of(parse_csv("\"a\"b,c", ',')), (std::vector<Fields>{{"ab", "c"}}));
}

TEST(CsvDelimiter, IsTheOneThatCutsTheRecordsEvenly) {
    EXPECT_EQ(csv_delimiter("a,b,c\nd,e,f\n"), ',');
    EXPECT_EQ(csv_delimiter("a;b;c\nd;\"e,e\";f\n"), ';');
    EXPECT_EQ(csv_delimiter("a\tb\tc\nd\te\tf\n"), '\t');
    EXPECT_EQ(csv_delimiter("令和4年度の取組一覧\n\n番号,日付,内容\n1,4月1日,設置\n2,5月1日,開催\n"), ',');
}

TEST(CsvDelimiter, RunningTextAndExtractedTextHaveNone) {
    EXPECT_EQ(csv_delimiter("みなと市は、次の取組を行った。\nまた、研修を実施した。\n"), std::nullopt);
    EXPECT_EQ(csv_delimiter("みなと市の取組\n\n方針\t目標\n① ア 体制\t○目標\n\t○別の目標\n"), std::nullopt);
}

TEST(CsvReader, ReadsCellsAtTheirPlacesAndReportsTheEncoding) {
    set_message_language(Language::japanese);
    // 「日付,内容」「4月1日,設置」 in code page 932
    const std::string bytes = "\x93\xfa\x95\x74,\x93\xe0\x97\x65\r\n\x34\x8c\x8e\x31\x93\xfa,\x90\xdd\x92\x75\r\n";
    const TableSet read = read_csv({"経過.csv", bytes}, {});
    ASSERT_EQ(read.tables.size(), 1U);
    const Table& table = read.tables.front();
    EXPECT_TRUE(table.gridded);
    EXPECT_EQ(table.rows, 2);
    EXPECT_EQ(table.columns, 2);
    ASSERT_EQ(table.cells.size(), 4U);
    EXPECT_EQ(table.cells[2].text(), "4月1日");
    EXPECT_EQ(position_of(table, table.cells[2]).line, 2);
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].code, "input.encoding");
    EXPECT_EQ(read.findings[0].message, "文字コードは CP932 と判断して読みました。");
    EXPECT_EQ(read.source.format, "csv");
}

TEST(CsvReader, ReportsAnUnclosedQuote) {
    set_message_language(Language::japanese);
    const TableSet read = read_csv({"経過.csv", "a,b\nc,\"d\ne,f\n"}, {});
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].code, "csv.quote-open");
    EXPECT_EQ(read.findings[0].source.line, 2);
    EXPECT_EQ(read.findings[0].message, "2行目の引用符（\"）が閉じていません。その後をすべて1つの欄として読みました。");
}

}  // namespace
}  // namespace torimatome::parsers
