#include "parsers/pdf/pdf_document.hpp"

#include <fmt/format.h>
#include <poppler-global.h>

#include <ctime>
#include <limits>

#include "model/language.hpp"
#include "parsers/input_error.hpp"

namespace torimatome::parsers::pdf {

namespace {

// Poppler tells of every flaw that it works around; what matters shows in the result.
void ignore_message(const std::string&, void*) {}

[[noreturn]] void throw_damaged(std::string japanese, std::string english) {
    throw input_error("pdf.damaged", tell(std::move(japanese), std::move(english)),
                      tell("もう一度受け取るか、PDFを作り直してもらってください。",
                           "Have it sent again, or have the PDF made again."));
}

std::string iso_day(std::time_t time) {
    std::tm day{};
    if (time <= 0 || !gmtime_r(&time, &day)) return {};
    return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

}  // namespace

OpenPdf open_pdf(std::string_view bytes) {
    poppler::set_debug_error_function(ignore_message, nullptr);
    OpenPdf result;
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw_damaged("PDFが大きすぎます（上限 2 GB）。", "The PDF is too large (at most 2 GB).");
    }
    result.document.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!result.document) {
        throw_damaged("PDFとして開けません。壊れているか、途中で切れています。",
                      "This cannot be opened as a PDF: it is damaged or cut off.");
    }
    if (result.document->is_locked()) {
        throw input_error("input.encrypted",
                          tell("パスワードで保護されたPDFです。", "This PDF is protected by a password."),
                          tell("パスワードを外したPDFを受け取ってください。", "Ask for the PDF without its password."));
    }
    result.pages = result.document->pages();
    if (result.pages < 1) throw_damaged("PDFに頁がありません。", "The PDF has no pages.");
    std::time_t saved = result.document->info_date_t("ModDate");
    if (saved <= 0 || saved == static_cast<std::time_t>(-1)) saved = result.document->info_date_t("CreationDate");
    result.saved_on = iso_day(saved);
    return result;
}

}  // namespace torimatome::parsers::pdf
