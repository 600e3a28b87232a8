// How much room text takes in a cell. Excel fits no row to merged cells, so heights are computed and set.
#pragma once

#include <string_view>

namespace torimatome::writers {

/// The height in points of `text` in a cell whose lines hold `half_widths` half-width characters of `size` points.
/// Lines are counted as 1.45 times the font size, which the tallest of the usual stand-ins for ＭＳ 明朝 takes (Noto
/// Sans CJK; ＭＳ 明朝 itself takes 1.25), and texts of more than five lines get room to spare, because
/// screens and printers break lines differently. At least one line.
double text_height(std::string_view text, int half_widths, double size);

/// Whether `text` surely needs no more than `height`, told without breaking it into lines; false where that is close.
bool surely_within(std::string_view text, int half_widths, double size, double height);

/// The width of the longest line of `text` in half-width characters, with room for the wider Latin letters of
/// stand-in fonts.
double roomy_width(std::string_view text);

/// `height` as Excel keeps it: whole pixels, 0.75 pt each, rounded up.
double whole_pixels(double height);

}  // namespace torimatome::writers
