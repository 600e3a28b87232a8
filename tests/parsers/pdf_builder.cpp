#include "tests/parsers/pdf_builder.hpp"

#include <fmt/format.h>

#include "text/code_points.hpp"

namespace torimatome::tests {

namespace {

std::string utf16_hex(const std::string& text) {
    std::string hex;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        hex += fmt::format("{:04X}", static_cast<unsigned>(c.value));
        at += c.length;
    }
    return hex;
}

std::string byte_hex(const std::string& bytes) {
    std::string hex;
    for (const char c : bytes) hex += fmt::format("{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    return hex;
}

const char* name_of(PdfFont font) {
    switch (font) {
        case PdfFont::vertical: return "F2";
        case PdfFont::cp932: return "F3";
        case PdfFont::unknown: return "F4";
        case PdfFont::radicals: return "F5";
        case PdfFont::drawn: return "F6";
        default: return "F1";
    }
}

std::string font_object(const char* encoding, const char* ordering, const std::string& more = "") {
    return fmt::format(
        "<</Type/Font/Subtype/Type0/BaseFont/IPAGothic/Encoding/{}{}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
        "/BaseFont/IPAGothic/CIDSystemInfo<</Registry(Adobe)/Ordering({})/Supplement 2>>/DW 1000/W[1 95 500 231 632 "
        "500]"
        "/FontDescriptor<</Type/FontDescriptor/FontName/IPAGothic/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>",
        encoding, more, ordering);
}

std::string stream_object(const std::string& content) {
    return fmt::format("<</Length {}>>stream\n{}endstream", content.size(), content);
}

// Says of 子 and 長 that they are the radicals ⼦ (U+2F26) and ⻑ (U+2ED1), as some programs do.
const char* const kRadicals =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
    "2 beginbfchar <5B50> <2F26> <9577> <2ED1> endbfchar\n"
    "endcmap CMapName currentdict /CMap defineresource pop end end\n";

constexpr char32_t kFirstDrawn = U'一';  // the drawn font's character 0; its others follow it

std::string drawn_hex(const std::string& text) {
    std::string hex;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        hex += fmt::format("{:02X}", static_cast<unsigned>(c.value - kFirstDrawn));
        at += c.length;
    }
    return hex;
}

// A font of 256 characters that all look the same.
std::string drawn_font(int drawing, int meaning) {
    std::string names;
    std::string drawings;
    std::string widths;
    for (int i = 0; i < 256; ++i) {
        names += fmt::format("/c{}", i);
        drawings += fmt::format("/c{} {} 0 R", i, drawing);
        widths += "1000 ";
    }
    return fmt::format(
        "<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar 255"
        "/Widths[{}]/Encoding<</Type/Encoding/Differences[0 {}]>>/CharProcs<<{}>>/ToUnicode {} 0 R>>",
        widths, names, drawings, meaning);
}

std::string drawn_character() {
    std::string content = "1000 0 0 -200 1000 1000 d1\n";
    for (int y = -200; y < 1000; y += 40) content += fmt::format("0 {} 1000 20 re f\n", y);
    return stream_object(content);
}

std::string drawn_meaning() {
    return stream_object(
        fmt::format("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                    "1 begincodespacerange <00> <FF> endcodespacerange\n"
                    "1 beginbfrange <00> <FF> <{:04X}> endbfrange\n"
                    "endcmap CMapName currentdict /CMap defineresource pop end end\n",
                    static_cast<unsigned>(kFirstDrawn)));
}

}  // namespace

PdfPage& PdfPage::text(double x, double y, const std::string& words, double size, PdfFont font) {
    const std::string hex = font == PdfFont::cp932   ? byte_hex(words)
                            : font == PdfFont::drawn ? drawn_hex(words)
                                                     : utf16_hex(words);
    content += fmt::format("BT /{} {} Tf {} {} Td <{}> Tj ET\n", name_of(font), size, x, height - y, hex);
    return *this;
}

PdfPage& PdfPage::turned_text(double x, double y, const std::string& words, int degrees, double size) {
    const char* matrix = degrees == 90 ? "0 1 -1 0" : degrees == 180 ? "-1 0 0 -1" : "0 -1 1 0";
    content += fmt::format("BT /F1 {} Tf {} {} {} Tm <{}> Tj ET\n", size, matrix, x, height - y, utf16_hex(words));
    return *this;
}

PdfPage& PdfPage::line(double x0, double y0, double x1, double y1, double width_of_line) {
    content += fmt::format("{} w {} {} m {} {} l S\n", width_of_line, x0, height - y0, x1, height - y1);
    return *this;
}

PdfPage& PdfPage::fill(double x0, double y0, double x1, double y1, double grey) {
    content += fmt::format("q {} g {} {} {} {} re f Q\n", grey, x0, height - y1, x1 - x0, y1 - y0);
    return *this;
}

PdfPage& PdfPage::grid(const std::vector<double>& xs, const std::vector<double>& ys, double width_of_line) {
    for (const double x : xs) line(x, ys.front(), x, ys.back(), width_of_line);
    for (const double y : ys) line(xs.front(), y, xs.back(), y, width_of_line);
    return *this;
}

PdfPage& PdfPage::raw(const std::string& operators) {
    content += operators + "\n";
    return *this;
}

std::string build_pdf(const std::vector<PdfPage>& pages, const std::optional<PdfPasswords>& passwords) {
    std::vector<std::string> objects;
    std::string kids;
    constexpr std::size_t kFirstPage = 12;
    for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", kFirstPage + 2 * i);
    objects.push_back("<</Type/Catalog/Pages 2 0 R>>");
    objects.push_back(fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages.size()));
    objects.push_back(font_object("UniJIS-UTF16-H", "Japan1"));
    objects.push_back(font_object("UniJIS-UTF16-V", "Japan1"));
    objects.push_back(font_object("90ms-RKSJ-H", "Japan1"));
    objects.push_back(font_object("Identity-H", "Identity"));
    objects.push_back(font_object("UniJIS-UTF16-H", "Japan1", "/ToUnicode 8 0 R"));
    objects.push_back(stream_object(kRadicals));
    objects.push_back(drawn_font(10, 11));
    objects.push_back(drawn_character());
    objects.push_back(drawn_meaning());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const PdfPage& page = pages[i];
        objects.push_back(
            fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 {} {}]/Rotate {}/Contents {} 0 R/Resources<</Font<</F1 "
                        "3 0 R/F2 4 0 R/F3 5 0 R/F4 6 0 R/F5 7 0 R/F6 9 0 R>>>>>>",
                        page.width, page.height, page.rotate, kFirstPage + 2 * i + 1));
        objects.push_back(stream_object(page.content));
    }
    std::string protection;
    if (passwords) {
        const PdfEncryption encryption = make_encryption(*passwords);
        for (std::size_t i = 0; i < objects.size(); ++i) objects[i] = encryption.encrypted(objects[i], i + 1);
        objects.push_back(encryption.dictionary);
        protection = fmt::format("/Encrypt {} 0 R/ID[({}) ({})]", objects.size(), encryption.id, encryption.id);
    }
    std::string pdf = "%PDF-1.5\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const std::size_t start = pdf.size();
    return pdf + table +
           fmt::format("trailer<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, protection,
                       start);
}

}  // namespace torimatome::tests
