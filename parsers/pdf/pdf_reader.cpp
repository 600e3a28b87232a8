#include "parsers/pdf/pdf_reader.hpp"

#include <iterator>
#include <memory>
#include <utility>

#include "parsers/pdf/page.hpp"
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
    for (int number = 1; number <= file.pages; ++number) {
        pdf::Page page = pdf::load_page(*file.document, number);
        pdf::PageTables read = pdf::read_page_tables(page);
        for (pdf::PageTable& table : read.tables) result.tables.push_back(std::move(table.table));
        std::move(read.loose.begin(), read.loose.end(), std::back_inserter(result.loose));
        std::move(read.findings.begin(), read.findings.end(), std::back_inserter(result.findings));
    }
    return result;
}

}  // namespace torimatome::parsers
