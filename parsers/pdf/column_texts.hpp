// The texts that stand in the columns of a table without rules: lines that belong together, over one or more columns.
#pragma once

#include <vector>

#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

/// Lines over the same columns that follow each other as closely as those of one cell do.
struct ColumnText {
    std::size_t first = 0;  ///< column, from 0
    std::size_t last = 0;   ///< column: more than `first` where the text crosses a gutter
    double top = 0;         ///< of the type itself, in points: fonts' boxes reach into the lines around
    double bottom = 0;
    double left = 0;
    double right = 0;
    double size = 0;
    std::vector<const Glyph*> glyphs;

    double middle() const { return (top + bottom) / 2; }
    double center() const { return (left + right) / 2; }
};

/// `line` cut where it is white at the columns' `edges` (one more than there are columns), each part as a text.
std::vector<ColumnText> line_texts(const TextLine& line, const std::vector<double>& edges);

/// The texts of `lines`, with lines of one cell joined.
std::vector<ColumnText> column_texts(const std::vector<TextLine>& lines, const std::vector<double>& edges);

}  // namespace torimatome::parsers::pdf
