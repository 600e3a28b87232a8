// Which reader takes a file, and what is said of files that none takes.
#include "parsers/reader.hpp"

#include <gmock/gmock.h>

#include "model/language.hpp"
#include "tests/parsers/workbook_builder.hpp"

namespace torimatome::parsers {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;

std::string error_of(const std::string& bytes, const std::string& name = "回答.xlsx") {
    try {
        read_tables({name, bytes}, {});
    } catch (const Error& error) {
        EXPECT_FALSE(error.finding().hint.empty()) << error.what();
        EXPECT_EQ(error.finding().severity, Severity::error);
        return error.finding().code + ": " + error.what();
    }
    return "read";
}

// A compound file that has these streams.
std::string compound_file(const std::vector<std::string>& streams) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
    bytes.resize(512);
    for (const std::string& name : streams) {
        std::string entry;
        for (const char c : name) entry += {c, '\0'};
        entry.resize(64);
        entry.push_back(static_cast<char>(name.size() * 2 + 2));
        entry.resize(128);
        bytes += entry;
    }
    return bytes;
}

TEST(Reader, KnowsTheReaderByTheFirstBytes) {
    EXPECT_EQ(read_tables({"名前.txt", make_workbook(one_sheet(""))}, {}).source.format, "xlsx");
    EXPECT_EQ(read_tables({"名前.xlsx", "資料1\n取組\n"}, {}).source.format, "text");
    EXPECT_EQ(read_tables({"名前.xlsx", "番号,取組\r\n1,研修\r\n2,会議\r\n"}, {}).source.format, "csv");
}

TEST(Reader, TellsFilesWithoutContent) {
    EXPECT_EQ(error_of(""), "input.empty: ファイルが空（0バイト）です。");
    EXPECT_EQ(error_of("\x05Taro", "~$回答.xlsx"),
              "input.owner-file: Excelがファイルを開いている間だけ作る管理用のファイルで、中身はありません。");
}

TEST(Reader, TellsProtectedAndOldWorkbooks) {
    EXPECT_EQ(error_of(compound_file({"Root Entry", "EncryptionInfo", "EncryptedPackage"})),
              "input.encrypted: パスワードで保護されたOfficeファイルのため、読めません。");
    EXPECT_EQ(error_of(compound_file({"Root Entry", "EncryptedPackage", "DRMEncryptedDataSpace"})),
              "input.protected: 秘密度ラベルまたはアクセス権（IRM）で保護されているため、読めません。");
    EXPECT_EQ(error_of(compound_file({"Root Entry", "Workbook"})),
              "input.old-xls: 古い形式のExcelファイル（.xls）です。");
    EXPECT_EQ(error_of(compound_file({"Root Entry", "Book"})), "input.old-xls: 古い形式のExcelファイル（.xls）です。");
    EXPECT_EQ(error_of(compound_file({"Root Entry", "WordDocument"})),
              "input.unknown: 古い形式のOfficeファイルなどで、Excelブックではありません。");
    EXPECT_EQ(error_of("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"),
              "input.old-xls: 古い形式のExcelファイル（XMLスプレッドシート2003）です。");
}

TEST(Reader, TellsWebPagesNamedXls) {
    const std::string message =
        "input.html: Webページ（HTML）の形式で保存されたファイルです。名前が .xls でもExcelブックではありません。";
    EXPECT_EQ(error_of("\xEF\xBB\xBF <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table/></HTML>"),
              message);
    EXPECT_EQ(error_of("<table><tr><td>1</td></tr></table>"), message);
    EXPECT_EQ(error_of("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"), message);
    EXPECT_EQ(error_of("<p>取組</p>\t<p>研修</p>\n"), "read");
}

TEST(Reader, TellsTruncatedAndOtherZipFiles) {
    const std::string workbook = make_workbook(one_sheet("<row><c><v>1</v></c></row>"));
    EXPECT_EQ(error_of(workbook.substr(0, workbook.size() / 2)),
              "input.truncated: ファイルが途中で切れているか、壊れています（zip形式として開けません）。");
    EXPECT_EQ(error_of(make_zip({{"word/document.xml", "<w/>", false}})),
              "input.not-a-workbook: Word文書（.docx）です。");
    EXPECT_EQ(error_of(make_zip({{"回答.txt", "x", false}})),
              "input.not-a-workbook: zipファイルですが、Excelブックではありません。");
    EXPECT_EQ(error_of(make_zip({{"xl/workbook.bin", "x", false}})),
              "input.not-a-workbook: バイナリ形式のExcelブック（.xlsb）です。");
    EXPECT_EQ(error_of(make_zip({{"content.xml", "<o/>", false}})),
              "input.not-a-workbook: OpenDocument形式のファイル（.odsなど）です。");
}

TEST(Reader, TellsOtherKinds) {
    EXPECT_EQ(error_of("%PDF-1.7\n"), "pdf.damaged: PDFとして開けません。壊れているか、途中で切れています。");
    EXPECT_EQ(error_of("\x89PNG\r\n"), "input.image: 画像ファイルです。文字としては読めません。");
    EXPECT_EQ(error_of("BM\x36\x00\x00\x00\x00\x00"s), "input.image: 画像ファイルです。文字としては読めません。");
    EXPECT_EQ(error_of("BM会議の結果\n"), "read");
    EXPECT_EQ(error_of("\x22\x1F-lh5-\x01\x02"), "input.archive: 圧縮ファイルです。");
    EXPECT_EQ(error_of("7z\xBC\xAF\x27\x1C"), "input.archive: 圧縮ファイルです。");
    EXPECT_EQ(error_of("{\\rtf1}"), "input.unknown: リッチテキスト（.rtf）です。");
    EXPECT_EQ(error_of("\x01\x02\x00\x03"s), "input.unknown: Excelブックでも文字のファイルでもないため、読めません。");
}

TEST(Reader, ReadsUtf16Text) {
    std::string bytes = "\xFF\xFE"s;
    for (const char16_t unit : u"資料1\n取組\n"s)
        bytes += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    EXPECT_EQ(error_of(bytes), "read");
}

TEST(Reader, MakesSha256) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace torimatome::parsers
