// PDFs that withhold their text, or give another one than a reader of the page sees.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/language.hpp"
#include "parsers/reader.hpp"
#include "tests/parsers/pdf_builder.hpp"
#include "text/compare_key.hpp"

namespace torimatome::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TableSet read(const std::string& pdf) { return parsers::read_tables({"a.pdf", pdf}, {}); }

std::vector<std::string> texts(const TableSet& set) {
    std::vector<std::string> result;
    for (const Table& table : set.tables) {
        for (const Cell& cell : table.cells) result.push_back(cell.text());
    }
    for (const LooseText& line : set.loose) result.push_back(line.text);
    return result;
}

std::vector<std::string> messages(const TableSet& set) {
    std::vector<std::string> result;
    for (const Finding& finding : set.findings) {
        result.push_back(finding.code + " p." + std::to_string(finding.source.page) + " " + finding.message);
    }
    return result;
}

PdfPage grid_with(const std::vector<std::string>& row, PdfFont font = PdfFont::unicode) {
    PdfPage page;
    page.grid({40, 140, 240, 340}, {40, 70});
    for (std::size_t i = 0; i < row.size(); ++i) {
        page.text(45 + 100 * static_cast<double>(i), 58, row[i], 10, font);
    }
    return page;
}

TEST(PdfHazards, APasswordToOpenIsToldPlainly) {
    const std::string pdf = build_pdf({grid_with({"区分", "取組", "担当"})}, PdfPasswords{"himitsu", "kanri"});
    try {
        read(pdf);
        FAIL() << "read";
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "input.encrypted");
        EXPECT_EQ(error.finding().message, "パスワードで保護されたPDFです。");
        EXPECT_EQ(error.finding().hint, "パスワードを外したPDFを受け取ってください。");
    }
}

TEST(PdfHazards, ABanOnCopyingDoesNotKeepTheFileFromBeingRead) {
    const TableSet set = read(build_pdf({grid_with({"区分", "取組", "担当"})}, PdfPasswords{"", "kanri"}));
    EXPECT_THAT(texts(set), ElementsAre("区分", "取組", "担当"));
    EXPECT_THAT(messages(set), IsEmpty());
}

// A page-filling picture with shades as paper has them, dark where text would stand.
std::string scanned_picture() {
    std::string hex;
    unsigned noise = 1;
    for (int y = 0; y < 225; ++y) {
        for (int x = 0; x < 300; ++x) {
            noise = noise * 1103515245U + 12345U;
            const bool dark = y >= 36 && y < 46 && x >= 30 && x < 96 && (x * 5 + y * 3) % 7 < 3;
            const unsigned shade = y >= 150 ? 255U : (dark ? 20U : 200U) + (noise >> 16) % 50U;
            constexpr const char* kDigits = "0123456789ABCDEF";
            hex.push_back(kDigits[shade / 16]);
            hex.push_back(kDigits[shade % 16]);
        }
    }
    return "q 400 0 0 300 0 0 cm BI /W 300 /H 225 /CS /G /BPC 8 /F /AHx ID " + hex + "> EI Q";
}

TEST(PdfHazards, RecognisedTextBehindAScanIsUsedAndMarked) {
    PdfPage page;
    page.raw(scanned_picture());
    page.raw("3 Tr").text(45, 58, "見守りを広げる。").raw("0 Tr");
    const TableSet set = read(build_pdf({page}));
    EXPECT_THAT(texts(set), ElementsAre("見守りを広げる。"));
    EXPECT_THAT(messages(set), ElementsAre("pdf.text-recognised p.1 この頁の文字は、画像から機械が認識したもの（OCR）"
                                           "です。誤りがあるかもしれません。"));
}

TEST(PdfHazards, RecognisedTextThatStandsBesideItsInkIsKept) {
    PdfPage page;
    page.raw(scanned_picture());
    page.raw("3 Tr").text(45, 58, "見守りを広げる。").text(45, 258, "窓口を設ける。").raw("0 Tr");
    const TableSet set = read(build_pdf({page}));
    EXPECT_THAT(texts(set), ElementsAre("見守りを広げる。", "窓口を設ける。"));
    EXPECT_THAT(messages(set), ElementsAre("pdf.text-recognised p.1 この頁の文字は、画像から機械が認識したもの（OCR）"
                                           "です。誤りがあるかもしれません。"));
}

TEST(PdfHazards, TextUnderAScanThatCoversItIsRecognisedTextToo) {
    PdfPage page;
    page.text(45, 58, "見守りを広げる。").raw(scanned_picture());
    const TableSet set = read(build_pdf({page}));
    EXPECT_THAT(texts(set), ElementsAre("見守りを広げる。"));
    EXPECT_THAT(messages(set), ElementsAre("pdf.text-recognised p.1 この頁の文字は、画像から機械が認識したもの（OCR）"
                                           "です。誤りがあるかもしれません。"));
}

TEST(PdfHazards, TextDrawnOverAPictureIsNoRecognisedText) {
    PdfPage page;
    page.raw(scanned_picture()).text(45, 158, "見守りを広げる。");
    EXPECT_THAT(messages(read(build_pdf({page}))), IsEmpty());
}

TEST(PdfHazards, AFontThatDoesNotSayWhatItsGlyphsAreIsAFinding) {
    PdfPage page = grid_with({"区分", "取組", "担当"});
    page.text(45, 150, "\x01\x02\x03", 10, PdfFont::unknown);
    const TableSet set = read(build_pdf({page}));
    EXPECT_THAT(texts(set), ElementsAre("区分", "取組", "担当"));
    EXPECT_THAT(messages(set),
                ElementsAre("pdf.text-unusable p.1 フォントに文字の情報がないため、この頁の 3 字を読めませんでした。"));
}

TEST(PdfHazards, RadicalsStayAsTheFileHasThemAndCompareAsIdeographs) {
    const TableSet set = read(build_pdf({grid_with({"子育て", "課長", "担当"}, PdfFont::radicals)}));
    EXPECT_THAT(texts(set), ElementsAre("\u2F26育て", "課\u2ED1", "担当"));
    EXPECT_EQ(text::compare_key(texts(set)[0]), text::compare_key("子育て"));
    EXPECT_EQ(text::compare_key(texts(set)[1]), text::compare_key("課長"));
    EXPECT_THAT(messages(set), IsEmpty());
}

}  // namespace
}  // namespace torimatome::tests
