// Characters to lines of text, in reading order.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"
#include "parsers/pdf/glyph.hpp"

namespace torimatome::parsers::pdf {

/// Glyphs that stand on one line, from left to right.
struct TextLine {
    std::vector<const Glyph*> glyphs;
    Box box;
    double size = 0;  ///< of most of its type

    double middle() const { return (box.y0 + box.y1) / 2; }  ///< its height on the page
};

/// The lines of `glyphs`, from top to bottom. Raised and lowered small characters belong to their line. Gaps within a
/// line are kept: columns are not told apart. Of a line, glyphs share at least `shared` of their height: columns whose
/// rows are centred against each other need more than the usual half to be kept apart.
std::vector<TextLine> find_lines(const std::vector<const Glyph*>& glyphs, double shared = 0.5);

/// The line's parts that stand far from each other: a title, and the 資料番号 at the right.
std::vector<TextLine> parts_of(const TextLine& line);

/// Whether the line is one run of text, white nowhere but for typed spaces.
bool is_one_run(const TextLine& line);

/// The line's text. A gap is a space: U+3000 where it is as wide as a character, else U+0020; a line that is stretched
/// evenly has none.
std::string text_of(const TextLine& line);

}  // namespace torimatome::parsers::pdf
