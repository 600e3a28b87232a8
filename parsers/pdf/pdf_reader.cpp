#include "parsers/pdf/pdf_reader.hpp"

#include <utility>
#include <vector>

#include "parsers/pdf/page.hpp"
#include "parsers/pdf/page_join.hpp"
#include "parsers/pdf/page_tables.hpp"
#include "parsers/pdf/pdf_document.hpp"

namespace torimatome::parsers {

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

TableSet read_pdf(const Input& input, const ReadOptions&) {
    TableSet result;
    result.source.file = input.name;
    result.source.format = "pdf";
    result.source.sha256 = sha256_hex(input.bytes);
    const pdf::OpenPdf file = pdf::open_pdf(input.bytes);
    result.source.date = file.saved_on;
    std::vector<pdf::PageTables> pages;
    pdf::AlignedColumns columns;
    for (int number = 1; number <= file.pages; ++number) {
        pdf::Page page = pdf::load_page(*file.document, number);
        pages.push_back(pdf::read_page_tables(page, columns));
    }
    pdf::join_pages(std::move(pages), result);
    return result;
}

}  // namespace torimatome::parsers
