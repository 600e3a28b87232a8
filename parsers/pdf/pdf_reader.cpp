#include "parsers/pdf/pdf_reader.hpp"

#include <utility>
#include <vector>

#include "model/language.hpp"
#include "parsers/input_error.hpp"
#include "parsers/pdf/page.hpp"
#include "parsers/pdf/page_checks.hpp"
#include "parsers/pdf/page_join.hpp"
#include "parsers/pdf/page_tables.hpp"
#include "parsers/pdf/pdf_document.hpp"
#include "parsers/pdf/scan_text.hpp"

namespace torimatome::parsers {

namespace {

[[noreturn]] void throw_images_only() {
    throw input_error(
        "pdf.images-only",
        tell("画像だけのPDF（スキャンなど）で、文字の情報がありません。",
             "This PDF holds only pictures (a scan, say) and no text."),
        tell("元のファイルを受け取るか、文字認識（OCR）をしてください。tesseract-ocr と tesseract-ocr-jpn "
             "をインストールすると、このまま読めます。",
             "Ask for the original file, or have the text recognised (OCR). With tesseract-ocr and "
             "tesseract-ocr-jpn installed, it can be read as it is."));
}

}  // namespace

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

TableSet read_pdf(const Input& input, const ReadOptions&) {
    TableSet result;
    result.source.file = input.name;
    result.source.format = "pdf";
    result.source.sha256 = sha256_hex(input.bytes);
    const pdf::OpenPdf file = pdf::open_pdf(input.bytes);
    result.source.date = file.saved_on;
    pdf::check_language_data(result.findings);
    std::vector<pdf::PageTables> pages;
    pdf::AlignedColumns columns;
    std::vector<pdf::AlignedColumns> before;  // of each page
    int pictures = 0;
    int texts = 0;
    const auto read = [&](int number, pdf::AlignedColumns& known) {
        pdf::Page page = pdf::load_page(*file.document, number);
        Findings about_page;
        if (pdf::kind_of(page) == pdf::PageKind::picture) pdf::recognise_text(*file.document, page, about_page);
        const pdf::PageKind kind = pdf::kind_of(page);
        pictures += kind == pdf::PageKind::picture;
        texts += kind == pdf::PageKind::text;
        pdf::check_page(*file.document, page, about_page);
        pdf::PageTables tables = pdf::read_page_tables(page, known);
        tables.findings.insert(tables.findings.begin(), about_page.begin(), about_page.end());
        return tables;
    };
    for (int number = 1; number <= file.pages; ++number) {
        before.push_back({columns.gutters, columns.edges, columns.head, {}});
        pages.push_back(read(number, columns));
    }
    // All pages together show the columns of a table of prose: those that showed others are read again.
    columns.prose.lines.clear();
    columns.prose.complete = columns.prose.xs.size() > 2;
    for (int number = 1; columns.prose.complete && number <= file.pages; ++number) {
        const auto i = static_cast<std::size_t>(number - 1);
        if (pages[i].recognised || pages[i].prose_columns == columns.prose.xs) continue;
        before[i].prose = columns.prose;
        pages[i] = read(number, before[i]);
    }
    if (pictures > 0 && texts == 0) throw_images_only();
    pdf::join_pages(std::move(pages), result);
    return result;
}

}  // namespace torimatome::parsers
