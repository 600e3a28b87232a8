#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/finding.hpp"
#include "parsers/extracted_text/extracted_text_reader.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TableSet read(std::string_view bytes, const ReadOptions& options = {}) {
    return read_extracted_text({"資料.txt", bytes}, options);
}

// Each cell as "line:row.column text".
std::vector<std::string> cells(const Table& table) {
    std::vector<std::string> result;
    for (const Cell& cell : table.cells) {
        result.push_back(std::to_string(std::get<LinePlace>(cell.place).line) + ":" + std::to_string(cell.row) + "." +
                         std::to_string(cell.column) + " " + cell.text());
    }
    return result;
}

std::vector<std::string> loose(const TableSet& set) {
    std::vector<std::string> result;
    for (const LooseText& text : set.loose) result.push_back(std::to_string(text.source.line) + " " + text.text);
    return result;
}

TEST(ExtractedText, TabRowsAreTablesAndOtherLinesAreLoose) {
    const TableSet set = read("題\n\n番号\t内容\n1\t開設\n注\n番号\t内容\n");
    EXPECT_EQ(set.source.file, "資料.txt");
    EXPECT_EQ(set.source.format, "text");
    EXPECT_THAT(loose(set), ElementsAre("1 題", "5 注"));
    ASSERT_EQ(set.tables.size(), 2U);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("3:1.1 番号", "3:1.2 内容", "4:2.1 1", "4:2.2 開設"));
    EXPECT_THAT(cells(set.tables[1]), ElementsAre("6:1.1 番号", "6:1.2 内容"));
    EXPECT_EQ(set.tables[0].rows, 2);
    EXPECT_EQ(set.tables[0].columns, 2);
    EXPECT_FALSE(set.tables[0].gridded);
    EXPECT_THAT(set.findings, IsEmpty());
}

TEST(ExtractedText, BlankCellsAreHeld) {
    const TableSet set = read("\t\t開設\t\n");
    ASSERT_EQ(set.tables.size(), 1U);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1:1.1 ", "1:1.2 ", "1:1.3 開設", "1:1.4 "));
}

TEST(ExtractedText, LinesOfBlanksAndTabsAreNothing) {
    const TableSet set = read(" \n\t\t\n　\t　\n");
    EXPECT_THAT(set.tables, IsEmpty());
    EXPECT_THAT(set.loose, IsEmpty());
}

TEST(ExtractedText, ATornRowIsJoined) {
    const TableSet set = read("1\t<p>一つ目</p><p>二つ\n目</p>\n2\t開設\n");
    ASSERT_EQ(set.tables.size(), 1U);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1:1.1 1", "1:1.2 一つ目\n二つ目", "3:2.1 2", "3:2.2 開設"));
    EXPECT_THAT(set.loose, IsEmpty());
}

TEST(ExtractedText, ALineAfterARowThatClosesNoTagIsLoose) {
    const TableSet set = read("1\t開設\n<p>注</p>\n");
    EXPECT_THAT(loose(set), ElementsAre("2 注"));
}

TEST(ExtractedText, AFormFeedStartsAPageAndNoLine) {
    const TableSet set = read("1\t開設\n\f題\n2\t研修\n");
    EXPECT_THAT(loose(set), ElementsAre("2 題"));
    ASSERT_EQ(set.tables.size(), 2U);
    EXPECT_THAT(cells(set.tables[1]), ElementsAre("3:1.1 2", "3:1.2 研修"));
    EXPECT_THAT(loose(read("一\f二\n三")), ElementsAre("1 一", "1 二", "2 三"));
}

TEST(ExtractedText, LineEndsOfEverySystem) {
    EXPECT_THAT(loose(read("一\r\n二\r\n三")), ElementsAre("1 一", "2 二", "3 三"));
    EXPECT_THAT(loose(read("一\r二\r")), ElementsAre("1 一", "2 二"));
}

TEST(ExtractedText, StruckTextByOption) {
    const TableSet dropped = read("1\t職員<s>3名</s>5名\n<s>旧題</s>新題\n");
    EXPECT_EQ(dropped.tables[0].cells[1].text(), "職員5名");
    ASSERT_EQ(dropped.findings.size(), 2U);
    EXPECT_EQ(dropped.findings[0].code, "cell.struck");
    EXPECT_EQ(dropped.findings[0].source.line, 1);
    EXPECT_EQ(dropped.findings[0].message, "取り消し線の付いた「3名」は、消された文字として本文に入れていません。");
    EXPECT_EQ(dropped.findings[1].source.line, 2);
    ReadOptions keep;
    keep.struck = StruckText::keep;
    EXPECT_EQ(read("1\t職員<s>3名</s>5名\n", keep).tables[0].cells[1].text(), "職員3名5名");
}

struct Encoded {
    std::string name;
    std::string bytes;
    std::vector<std::string> findings;
};

class Encodings : public testing::TestWithParam<Encoded> {};

TEST_P(Encodings, AreFoundByThemselves) {
    const TableSet set = read(GetParam().bytes);
    EXPECT_THAT(loose(set), ElementsAre("1 表"));
    std::vector<std::string> messages;
    for (const Finding& finding : set.findings) {
        EXPECT_EQ(finding.code, "input.encoding");
        EXPECT_EQ(finding.severity, Severity::note);
        messages.push_back(finding.message);
    }
    EXPECT_EQ(messages, GetParam().findings);
}

INSTANTIATE_TEST_SUITE_P(
    Each, Encodings,
    testing::Values(
        Encoded{"utf8", "\xE8\xA1\xA8", {}}, Encoded{"utf8_with_mark", "\xEF\xBB\xBF\xE8\xA1\xA8", {}},
        Encoded{"cp932", "\x95\x5C", {"文字コードは CP932 と判断して読みました。"}},
        Encoded{"utf16le", std::string("\xFF\xFE\x68\x88", 4), {"文字コードは UTF-16LE と判断して読みました。"}},
        Encoded{"utf16be", std::string("\xFE\xFF\x88\x68", 4), {"文字コードは UTF-16BE と判断して読みました。"}}),
    [](const auto& test) { return test.param.name; });

TEST(ExtractedText, CountsWhatIsNoText) {
    EXPECT_EQ(read("①\t<u>港湾</u> を\t<p>開く。</p>\n終わり\n").markup, 14U);
    EXPECT_EQ(read("①\t港湾\n5 < 6\n").markup, 0U);
}

TEST(ExtractedText, BytesThatAreNoTextAreRefused) {
    try {
        read("\x81\xFF\xFD\x00\xFE");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "input.not-text");
    }
}

TEST(ExtractedText, MarkdownTablesAreTabRows) {
    const TableSet set = read("## 題\n\n| 番号 | **内容** |\n|---|:--:|\n| 1 | 甲\\|乙 |\n| | |\n| 注\n");
    EXPECT_THAT(loose(set), ElementsAre("1 題", "7 | 注"));
    ASSERT_EQ(set.tables.size(), 1U);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("3:1.1 番号", "3:1.2 内容", "5:2.1 1", "5:2.2 甲|乙"));
    EXPECT_TRUE(set.tables[0].cells[1].content->runs[0].bold);
}

TEST(ExtractedText, HtmlTablesAreTabRows) {
    const TableSet set = read(
        "題<table border=1><TR><th>番号</th><th colspan=\"2\">内容</th></TR>\n<tr>\n<td rowspan=2>1</td>\n"
        "<td><p>開設</p><p>募集</p></td><td></td></tr>\n<tr><td>増設</td><td>２か所</td></tr></table>後\n");
    EXPECT_THAT(loose(set), ElementsAre("1 題", "5 後"));
    ASSERT_EQ(set.tables.size(), 1U);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("1:1.1 番号", "1:1.2 内容", "1:1.3 ", "2:2.1 1", "2:2.2 開設\n募集",
                                                  "2:2.3 ", "5:3.1 ", "5:3.2 増設", "5:3.3 ２か所"));
}

TEST(ExtractedText, ARowOfHtmlThatIsNeverClosedStandsAsItIs) {
    const TableSet set = read("<tr><td>番号</td>\n本文の行\n1\t開設\n");
    EXPECT_THAT(loose(set), ElementsAre("1 番号", "2 本文の行"));
    ASSERT_EQ(set.tables.size(), 1U);
    EXPECT_THAT(cells(set.tables[0]), ElementsAre("3:1.1 1", "3:1.2 開設"));
}

std::vector<std::string> notes(const TableSet& set) {
    std::vector<std::string> result;
    for (const Finding& finding : set.findings) {
        result.push_back(finding.code + " " + std::to_string(finding.source.line));
    }
    return result;
}

TEST(ExtractedText, RowsTornWithinACellAreJoinedWhereTheirCellsAddUp) {
    const TableSet set = read(
        "番号\t内容\t概要\n1\t窓口を開設した。\n【再掲】\t２か所\n2\t区ごとに相談員を\nさらに増や\nした。\t３名\n3\t<p>"
        "次のとおり</"
        "p>\n"
        "<ul>\n<li>甲</li>\n</ul>\t４件\n");
    ASSERT_EQ(set.tables.size(), 1U);
    EXPECT_THAT(cells(set.tables[0]),
                ElementsAre("1:1.1 番号", "1:1.2 内容", "1:1.3 概要", "2:2.1 1", "2:2.2 窓口を開設した。【再掲】",
                            "2:2.3 ２か所", "4:3.1 2", "4:3.2 区ごとに相談員をさらに増やした。", "4:3.3 ３名",
                            "7:4.1 3", "7:4.2 次のとおり\n甲", "7:4.3 ４件"));
    EXPECT_THAT(notes(set), ElementsAre("table.row-torn 2", "table.row-torn 4", "table.row-torn 7"));
    EXPECT_THAT(loose(set), IsEmpty());
}

TEST(ExtractedText, RowsThatLackCellsAreNotTakenForOneTornRow) {
    // The sentence ends; a mark starts a row; the cells do not add up; a blank line parts tables.
    const TableSet set = read(
        "番号\t内容\t概要\n開設した。\t２か所\n増やした\t３名\n"
        "番号\t開設\n② 増設\t３名\n番号\t開設\n\n増設\t３名\n");
    std::vector<int> rows;
    for (const Table& table : set.tables) rows.push_back(table.rows);
    EXPECT_THAT(rows, ElementsAre(6, 1));
    EXPECT_THAT(set.findings, IsEmpty());
}

}  // namespace
}  // namespace torimatome::parsers
