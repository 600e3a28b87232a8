#include "writers/workbook/text_height.hpp"

#include <algorithm>
#include <cmath>

#include "text/width.hpp"

namespace torimatome::writers {

namespace {

constexpr double kLinePitch = 1.45;   ///< of the font size
constexpr double kCellPadding = 4.5;  ///< points above and below the text, in all
constexpr int kSureLines = 5;         ///< up to here no line is added for other ways of breaking
constexpr int kLinesPerSpare = 20;

/// How much wider than half of a kanji the Latin letters of stand-in fonts are (DejaVu Serif: 0.64 of the font size).
constexpr double kLatinExcess = 0.3;

/// What can be told of a text from its bytes alone, which is much quicker than from its characters.
struct Measure {
    int width_at_most = 0;  ///< of all lines together, in half-width characters
    int latin = 0;
    int line_breaks = 0;
};

Measure measure(std::string_view text) {
    Measure result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            ++result.width_at_most;
            result.latin += byte > ' ' ? 1 : 0;
            result.line_breaks += byte == '\n' ? 1 : 0;
        } else if (byte >= 0xC0) {
            result.width_at_most += 2;
        }
    }
    return result;
}

double roomy(int width, int latin) { return width + kLatinExcess * latin; }

double height_of_lines(int lines, double size) {
    if (lines > kSureLines) lines += 1 + lines / kLinesPerSpare;
    return whole_pixels(lines * size * kLinePitch + kCellPadding);
}

}  // namespace

double whole_pixels(double height) {
    constexpr double kPixel = 0.75;
    return std::ceil(height / kPixel - 1e-9) * kPixel;
}

double roomy_width(std::string_view text) {
    double widest = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        widest = std::max(widest, roomy(text::display_width(line), measure(line).latin));
        begin = end + 1;
    }
    return widest;
}

double text_height(std::string_view text, int half_widths, double size) {
    const Measure measured = measure(text);
    if (measured.line_breaks == 0 && roomy(measured.width_at_most, measured.latin) <= half_widths) {
        return height_of_lines(1, size);
    }
    // Latin letters make the column narrower by their share of the text.
    const double shrink = roomy(measured.width_at_most, measured.latin) / std::max(1, measured.width_at_most);
    const int width = std::max(2, static_cast<int>(half_widths / shrink));
    return height_of_lines(std::max<int>(1, static_cast<int>(text::wrap(text, width).size())), size);
}

bool surely_within(std::string_view text, int half_widths, double size, double height) {
    // Where words and punctuation end a line early, a third of it at most is lost in Japanese text.
    constexpr double kFilled = 0.67;
    const Measure measured = measure(text);
    const double lines = roomy(measured.width_at_most, measured.latin) / (kFilled * half_widths);
    return height_of_lines(measured.line_breaks + 1 + static_cast<int>(lines), size) <= height;
}

}  // namespace torimatome::writers
