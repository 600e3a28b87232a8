// Where texts of several lines stand beside each other without rules: the columns of a table of prose.
#pragma once

#include <string>
#include <vector>

#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

/// Where a line has ink, by bins of half a point from the left, and where its runs of text begin.
struct InkedLine {
    std::vector<char> ink;
    int first = 0;
    int last = 0;
    std::vector<int> starts;
};

/// A stretch that nearly no line has ink in, in points.
struct Whites {
    double from = 0;
    double to = 0;
};

/// Lines of a page that keep to the same columns.
struct ProseRegion {
    std::vector<TextLine> lines;  ///< from top to bottom
    std::vector<bool> across;     ///< of each line: it runs over the columns, a heading among the rows
    std::size_t head = 0;         ///< how many of the first lines may name the columns
    std::vector<double> xs;       ///< the columns' edges in points, one more than there are columns
    std::vector<Whites> whites;   ///< where each inner edge may stand
    bool continues = false;       ///< the known columns are its own
    std::vector<InkedLine> ink;   ///< of the lines that show the columns, those of the pages before among them
};

/// What the pages before tell of a table that may go on.
struct KnownColumns {
    std::vector<double> xs;         ///< the columns' edges; empty where there was no table
    std::vector<std::string> head;  ///< the lines that named the columns
    std::vector<InkedLine> lines;   ///< those of the table so far
    bool complete = false;          ///< all pages have been looked at: the columns are sure
};

/// The line's characters without what parts them.
std::string characters_of(const TextLine& line);

/// The regions of `lines` (a page's, from top to bottom), from top to bottom. Lines that keep to the `known` columns
/// are read by them; a line that names columns again begins a region.
std::vector<ProseRegion> find_prose_regions(const std::vector<TextLine>& lines, const KnownColumns& known);

}  // namespace torimatome::parsers::pdf
