#include "parsers/pdf/page_checks.hpp"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "model/language.hpp"

namespace torimatome::parsers::pdf {

namespace {

void add(std::string code, int page, std::string message, std::string hint, Findings& findings) {
    Finding finding;
    finding.code = std::move(code);
    finding.source.page = page;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    findings.push_back(std::move(finding));
}

poppler::image picture_of(const poppler::page& page, double resolution, bool smooth_text) {
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, smooth_text);
    return renderer.render_page(&page, resolution, resolution);
}

// Drawn text looks different when its edges are smoothed; text that a scan's reading laid behind the picture does not.
bool is_recognised_text(const poppler::document& document, const Page& page) {
    constexpr double kResolution = 72;
    const std::unique_ptr<poppler::page> source(document.create_page(page.number - 1));
    if (!source) return false;
    const poppler::image plain = picture_of(*source, kResolution, false);
    const poppler::image smooth = picture_of(*source, kResolution, true);
    if (!plain.is_valid() || !smooth.is_valid()) return false;
    const auto size = static_cast<std::ptrdiff_t>(plain.bytes_per_row()) * plain.height();
    return std::equal(plain.const_data(), plain.const_data() + size, smooth.const_data());
}

bool has_ink(const GreyImage& image) {
    const auto [darkest, lightest] = std::minmax_element(image.pixels.begin(), image.pixels.end());
    return darkest != image.pixels.end() && *lightest - *darkest > 40;
}

}  // namespace

PageKind kind_of(const Page& page) {
    if (!page.glyphs.empty() || page.unusable > 0) return PageKind::text;
    return has_ink(page.image) ? PageKind::picture : PageKind::blank;
}

void check_page(const poppler::document& document, Page& page, Findings& findings) {
    if (kind_of(page) == PageKind::picture) {
        add("pdf.page-image", page.number,
            tell("この頁は画像だけで、文字の情報がありません。読めませんでした。",
                 "This page is only a picture; there is no text in it to read."),
            tell("元のファイルを受け取るか、文字認識（OCR）をしたPDFにしてください。",
                 "Ask for the original file, or have the text recognised (OCR) first."),
            findings);
    }
    if (page.unusable > 0) {
        add("pdf.text-unusable", page.number,
            tell(fmt::format("フォントに文字の情報がないため、この頁の {} 字を読めませんでした。", page.unusable),
                 fmt::format("{} characters of this page cannot be read: their font does not say what they are.",
                             page.unusable)),
            tell("元のファイルを受け取るか、PDFを作り直してもらってください。",
                 "Ask for the original file, or have the PDF made again."),
            findings);
    }
    if (!page.recognised && !page.glyphs.empty() && page.shaded && is_recognised_text(document, page)) {
        page.recognised = true;
        add("pdf.text-recognised", page.number,
            tell("この頁の文字は、画像から機械が認識したもの（OCR）です。誤りがあるかもしれません。",
                 "The text of this page was recognised from a picture by a machine (OCR); it may have errors."),
            tell("元の画像と見比べてください。", "Please compare it with the picture."), findings);
    }
}

void check_language_data(Findings& findings) {
    std::error_code error;
    for (const char* folder : {"/usr/share/poppler/cMap/Adobe-Japan1", "/usr/local/share/poppler/cMap/Adobe-Japan1"}) {
        if (std::filesystem::is_directory(folder, error)) return;
    }
    add("pdf.no-language-data", 0,
        tell("日本語の文字の対応表（poppler-data）がないため、フォントが埋め込まれていないPDFは読めません。",
             "The character maps for Japanese (poppler-data) are missing; PDFs without embedded fonts cannot be read."),
        tell("poppler-data をインストールしてください。", "Please install poppler-data."), findings);
}

}  // namespace torimatome::parsers::pdf
