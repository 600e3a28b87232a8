// Workbooks as other programs write them, and packages that are too large, damaged or hostile.
#include <gmock/gmock.h>

#include "model/language.hpp"
#include "parsers/xlsx/xml_stream.hpp"
#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

const std::string kRow = "<row><c t=\"s\"><v>0</v></c></row>";

std::string error_of(std::string_view bytes, const ReadOptions& options = {}) {
    try {
        read_bytes(bytes, options);
    } catch (const Error& error) {
        return error.finding().code + ": " + error.what();
    }
    return "read";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::vector<ZipPart> rewritten(const WorkbookSpec& spec, const std::string& from, const std::string& to) {
    std::vector<ZipPart> parts = workbook_parts(spec);
    for (ZipPart& part : parts) part.bytes = replaced(part.bytes, from, to);
    return parts;
}

TEST(XlsxContainer, ReadsStrictWorkbooks) {
    WorkbookSpec spec =
        one_sheet("<row><c t=\"s\"><v>0</v></c><c t=\"d\" s=\"1\"><v>2021-03-01</v></c></row>", {"<t>厳密</t>"});
    spec.cell_xfs({"", "numFmtId=\"14\""});
    std::vector<ZipPart> parts = rewritten(spec, "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                           "http://purl.oclc.org/ooxml/spreadsheetml/main");
    for (ZipPart& part : parts) {
        part.bytes = replaced(part.bytes, "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                              "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }
    const TableSet set = read_bytes(make_zip(parts));
    ASSERT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=厳密", "B1=2021/3/1"));
}

TEST(XlsxContainer, ReadsPrefixedElements) {
    WorkbookSpec spec = one_sheet("");
    spec.parts["xl/worksheets/sheet1.xml"] =
        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row>"
        "<x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>二</x:t></x:is></x:c></x:row></x:sheetData>"
        "<x:mergeCells><x:mergeCell ref=\"A2:B2\"/></x:mergeCells></x:worksheet>";
    spec.parts["xl/sharedStrings.xml"] = "<x:sst xmlns:x=\"m\"><x:si><x:t>一</x:t></x:si></x:sst>";
    EXPECT_THAT(lines_of(read_workbook(spec).tables[0]), ElementsAre("A1=一", "A2:B2=二"));
}

TEST(XlsxContainer, CountsPositionsThatAreNotWritten) {
    const TableSet set =
        read_workbook(one_sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c>"
                                "<c><v>4</v></c></row><row><c><v>5</v></c></row>"));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=1", "B1=2", "C4=3", "D4=4", "A5=5"));
}

TEST(XlsxContainer, PutsCellsInOrderAndTellsThoseThatAreThereTwice) {
    const TableSet set =
        read_workbook(one_sheet("<row r=\"3\"><c r=\"B3\"><v>3</v></c><c r=\"A3\"><v>2</v></c></row>"
                                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>9</v></c></row>"));
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=1", "A3=2", "B3=3"));
    EXPECT_THAT(
        lines_of(set.findings),
        ElementsAre(
            "cell.twice error 様式1!A1: 同じセルがファイルの中に二つあります。二つ目の「9」は読んでいません。"));
}

TEST(XlsxContainer, IgnoresWhatTheDimensionSays) {
    WorkbookSpec spec = one_sheet("<row r=\"2\"><c r=\"C2\"><v>1</v></c></row>");
    for (const char* dimension : {"A1", "A1:XFD1048576", "1:49", ""}) {
        spec.sheets[0].before = std::string("<dimension ref=\"") + dimension + "\"/>";
        const TableSet set = read_workbook(spec);
        EXPECT_EQ(set.tables[0].rows, 2);
        EXPECT_EQ(set.tables[0].columns, 3);
    }
}

std::string utf16(const std::string& ascii_and_kanji, bool little, bool mark) {
    std::u16string units = mark ? u"\uFEFF" : u"";
    for (const char c : ascii_and_kanji) units += c == '@' ? u'児' : static_cast<char16_t>(c);
    std::string bytes;
    for (const char16_t unit : units) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += little ? std::string{low, high} : std::string{high, low};
    }
    return bytes;
}

TEST(XlsxContainer, ReadsUtf16Parts) {
    for (const bool little : {true, false}) {
        for (const bool mark : {true, false}) {
            WorkbookSpec spec = one_sheet(kRow);
            spec.parts["xl/sharedStrings.xml"] =
                utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?><sst><si><t>@</t></si></sst>", little, mark);
            EXPECT_THAT(lines_of(read_workbook(spec).tables[0]), ElementsAre("A1=児"));
        }
    }
}

TEST(XlsxContainer, NamesAnEncodingItDoesNotRead) {
    WorkbookSpec spec = one_sheet(kRow, {"<t>一</t>"});
    spec.parts["xl/workbook.xml"] = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><workbook/>";
    EXPECT_EQ(error_of(make_workbook(spec)),
              "part.damaged: ブックの中の「xl/workbook.xml」が壊れていて読めません（encoding=SHIFT_JIS）。");
}

TEST(XlsxContainer, FindsPartsByOtherSpellings) {
    WorkbookSpec spec = one_sheet(kRow, {"<t>一</t>"});
    std::vector<ZipPart> parts = workbook_parts(spec);
    for (ZipPart& part : parts) {
        part.stored = true;
        part.name = replaced(part.name, "/", "\\");
        part.name = replaced(part.name, "sharedStrings", "SharedStrings");
        part.bytes = replaced(part.bytes, "Target=\"worksheets/", "Target=\"/xl/worksheets/");
    }
    EXPECT_THAT(lines_of(read_bytes(make_zip(parts)).tables[0]), ElementsAre("A1=一"));
}

TEST(XlsxContainer, FindsTheStringsWithoutTheirRelationship) {
    WorkbookSpec spec = one_sheet(kRow, {"<t>一</t>"});
    EXPECT_THAT(
        lines_of(read_bytes(make_zip(rewritten(spec, "relationships/sharedStrings", "relationships/none"))).tables[0]),
        ElementsAre("A1=一"));
}

std::uint32_t crc32_of(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::string little_endian(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
    return text;
}

// A zip file as programs write it that do not know the sizes beforehand: they stand behind the data.
std::string zip_with_data_descriptors(const std::vector<ZipPart>& parts) {
    std::string bytes;
    std::string directory;
    for (const ZipPart& part : parts) {
        const auto size = static_cast<std::uint32_t>(part.bytes.size());
        const auto name_size = static_cast<std::uint32_t>(part.name.size());
        const std::string sums =
            little_endian(crc32_of(part.bytes), 4) + little_endian(size, 4) + little_endian(size, 4);
        const std::string start =
            little_endian(20, 2) + little_endian(8, 2) + little_endian(0, 2) + little_endian(0, 4);
        directory += "PK\x01\x02" + little_endian(20, 2) + start + sums + little_endian(name_size, 2) +
                     little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 2) +
                     little_endian(0, 4) + little_endian(static_cast<std::uint32_t>(bytes.size()), 4) + part.name;
        bytes += "PK\x03\x04" + start + std::string(12, '\0') + little_endian(name_size, 2) + little_endian(0, 2) +
                 part.name + part.bytes + "PK\x07\x08" + sums;
    }
    const auto count = static_cast<std::uint32_t>(parts.size());
    const auto offset = static_cast<std::uint32_t>(bytes.size());
    return bytes + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(count, 2) + little_endian(count, 2) +
           little_endian(static_cast<std::uint32_t>(directory.size()), 4) + little_endian(offset, 4) +
           little_endian(0, 2);
}

TEST(XlsxContainer, ReadsStoredEntriesWithDataDescriptors) {
    const std::string bytes = zip_with_data_descriptors(workbook_parts(one_sheet(kRow, {"<t>一</t>"})));
    EXPECT_THAT(lines_of(read_bytes(bytes).tables[0]), ElementsAre("A1=一"));
}

TEST(XlsxContainer, CutsNoCharacterAndNoRowHoweverSmallItsReads) {
    const std::string rows =
        "<row r=\"1\"><c t=\"inlineStr\"><is><t>児童相談所</t></is></c></row><!-- <row> 区 -->"
        "<row r=\"2\"><c t=\"inlineStr\"><is><t><![CDATA[</sheetData><row>𠮷]]></t></is></c></row><row r=\"3\"/>";
    const std::string bytes = make_workbook(one_sheet(rows));
    for (std::size_t size = 1; size < 40; ++size) {
        xlsx::Package package = xlsx::open_package(bytes, {});
        std::vector<std::string> texts;
        const auto take = [&](pugi::xml_node row, std::uint64_t) {
            const pugi::xml_node text = row.child("c").child("is").child("t");
            texts.push_back(std::string(row.attribute("r").value()) + text.value() + text.first_child().value());
        };
        xlsx::XmlPart rest;
        xlsx::stream_xml(package, "xl/worksheets/sheet1.xml", {{"sheetData", "row", take}}, rest, size);
        EXPECT_THAT(texts, ElementsAre("1児童相談所", "2</sheetData><row>𠮷", "3")) << size;
        EXPECT_TRUE(rest.root().child("sheetData"));
    }
}

TEST(XlsxContainer, RefusesDocumentTypes) {
    WorkbookSpec spec = one_sheet(kRow);
    spec.parts["xl/sharedStrings.xml"] = "<!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst><si><t>&a;</t></si></sst>";
    EXPECT_EQ(error_of(make_workbook(spec)),
              "input.document-type: 「xl/sharedStrings.xml」に文書型宣言（DTD）があるため、安全のため読みません。");
    WorkbookSpec within = one_sheet("<row/><!ENTITY a \"b\"><row/>");
    EXPECT_THAT(error_of(make_workbook(within)), StartsWith("input.document-type: "));
}

TEST(XlsxContainer, RefusesPackagesBeyondTheLimits) {
    const std::string bytes =
        make_workbook(one_sheet("<row><c><v>1</v></c><c><v>2</v></c></row>" + std::string(1 << 20, ' ')));
    ReadOptions options;
    options.limits.zip_entries = 3;
    EXPECT_EQ(error_of(bytes, options), "input.too-large: ファイルの中の部品が多すぎます（6 個、上限 3 個）。");
    options = {};
    options.limits.inflated_bytes = 1 << 19;
    EXPECT_THAT(error_of(bytes, options),
                StartsWith("input.too-large: 展開すると大きすぎます（「xl/worksheets/sheet1.xml」"));
    options = {};
    options.limits.total_inflated_bytes = 1 << 10;
    EXPECT_THAT(error_of(bytes, options), StartsWith("input.too-large: 展開すると大きすぎます"));
    options = {};
    options.limits.ratio_free_bytes = 1 << 19;
    EXPECT_EQ(error_of(bytes, options),
              "input.too-large: 「xl/worksheets/sheet1.xml」の圧縮率が異常に高く、展開すると大きくなりすぎます。");
    options = {};
    options.limits.cells = 1;
    EXPECT_EQ(error_of(bytes, options), "input.too-large: 文字のあるセルが多すぎます（上限 1 個）。");
    EXPECT_EQ(error_of(bytes), "read");
}

TEST(XlsxContainer, ReadsALargeFileThatPacksWell) {
    std::string rows;
    for (int row = 0; row < 60'000; ++row)
        rows += "<row><c t=\"inlineStr\"><is><t>引き続き、関係機関との連携を図る。</t></is></c></row>";
    ReadOptions options;
    options.limits.ratio_free_bytes = 1 << 20;
    EXPECT_EQ(read_workbook(one_sheet(rows), options).tables[0].rows, 60'000);
}

TEST(XlsxContainer, KeepsTheRowsBeforeDamage) {
    std::string rows;
    for (int row = 0; row < 30'000; ++row) rows += "<row><c><v>1</v></c></row>";
    const TableSet set = read_workbook(one_sheet(rows + "<row><c></row>"));
    EXPECT_GT(set.tables[0].rows, 10'000);
    ASSERT_EQ(set.findings.size(), 1u);
    EXPECT_THAT(
        lines_of(set.findings)[0],
        StartsWith("sheet.damaged error 様式1: ブックの中の「xl/worksheets/sheet1.xml」が壊れていて読めません"));
}

TEST(XlsxContainer, KeepsTheRowsBeforeDamageToPackedData) {
    std::string rows;
    for (int row = 0; row < 300'000; ++row)
        rows += "<row><c><v>" + std::to_string(row * 7919LL % 100'003) + "</v></c></row>";
    std::string bytes = make_workbook(one_sheet(rows));
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2), 64, '\xFF');
    const TableSet set = read_bytes(bytes);
    EXPECT_GT(set.tables[0].rows, 10'000);
    EXPECT_LT(set.tables[0].rows, 300'000);
    ASSERT_EQ(set.findings.size(), 1u);
    EXPECT_EQ(set.findings[0].code, "sheet.damaged");
}

TEST(XlsxContainer, StopsReadingAheadAtALimit) {
    std::string rows;
    for (int row = 0; row < 300'000; ++row) rows += "<row><c><v>" + std::to_string(row) + "</v></c></row>";
    ReadOptions options;
    options.limits.cells = 1000;
    EXPECT_EQ(error_of(make_workbook(one_sheet(rows)), options),
              "input.too-large: 文字のあるセルが多すぎます（上限 1000 個）。");
    options = {};
    options.limits.inflated_bytes = 8 << 20;
    EXPECT_THAT(error_of(make_workbook(one_sheet(rows)), options),
                StartsWith("input.too-large: 展開すると大きすぎます"));
}

TEST(XlsxContainer, TellsDamagedStylesAndStringsAndReadsOn) {
    WorkbookSpec spec = one_sheet("<row><c t=\"s\"><v>0</v></c><c s=\"3\"><v>5</v></c></row>");
    spec.parts["xl/styles.xml"] = "<styleSheet><cellXfs>";
    spec.parts["xl/sharedStrings.xml"] = "<sst><si><t>一</t></si><si>";
    const TableSet set = read_workbook(spec);
    EXPECT_THAT(lines_of(set.tables[0]), ElementsAre("A1=一", "B1=5"));
    ASSERT_EQ(set.findings.size(), 2u);
    EXPECT_EQ(set.findings[0].code, "workbook.styles-damaged");
    EXPECT_EQ(set.findings[1].code, "workbook.strings-damaged");
}

TEST(XlsxContainer, TellsSheetsThatAreNoTablesOrNotThere) {
    WorkbookSpec spec = one_sheet("<row><c><v>1</v></c></row>");
    spec.sheets.push_back({"グラフ", "", "", "", "", ""});
    spec.sheets.push_back({"欠落", "", "", "", "", ""});
    spec.removed = {"xl/worksheets/sheet3.xml"};
    const TableSet set = read_bytes(
        make_zip(rewritten(spec, "worksheet\" Target=\"worksheets/sheet2", "chartsheet\" Target=\"worksheets/sheet2")));
    EXPECT_EQ(set.tables.size(), 1u);
    EXPECT_THAT(lines_of(set.findings),
                ElementsAre("sheet.no-table note グラフ: 表のシートではない（グラフなどの）ため、読んでいません。",
                            "sheet.missing error 欠落: シートの中身がファイルにありません。"));
}

}  // namespace
}  // namespace torimatome::parsers
