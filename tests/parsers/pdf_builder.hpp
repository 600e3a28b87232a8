// Small PDFs for tests, made piece by piece. Places are in points from the top left, as our results give them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/parsers/pdf_encryption.hpp"

namespace torimatome::tests {

enum class PdfFont {
    unicode,   ///< not embedded, UniJIS-UTF16-H
    vertical,  ///< not embedded, UniJIS-UTF16-V
    cp932,     ///< not embedded, 90ms-RKSJ-H: texts are code page 932 bytes
    unknown,   ///< Identity-H of no character collection, without ToUnicode: nobody can tell its text
    radicals,  ///< as unicode, but says of 子 and 長 that they are radicals
    drawn,     ///< characters that are drawings (Type 3), all of them fine lines that nearly touch
};

struct PdfPage {
    double width = 400;
    double height = 300;
    int rotate = 0;
    std::string content;

    /// `text` with its first baseline's start at (x, y).
    PdfPage& text(double x, double y, const std::string& text, double size = 10, PdfFont font = PdfFont::unicode);
    /// A text turned anticlockwise by `degrees` (90, 180 or 270) around its start.
    PdfPage& turned_text(double x, double y, const std::string& text, int degrees, double size = 10);
    PdfPage& line(double x0, double y0, double x1, double y1, double width = 0.5);
    PdfPage& fill(double x0, double y0, double x1, double y1, double grey);
    /// Rules around and between the columns at `xs` and the rows at `ys`.
    PdfPage& grid(const std::vector<double>& xs, const std::vector<double>& ys, double width = 0.5);
    /// Operators as they are.
    PdfPage& raw(const std::string& operators);
};

std::string build_pdf(const std::vector<PdfPage>& pages, const std::optional<PdfPasswords>& passwords = {});

}  // namespace torimatome::tests
