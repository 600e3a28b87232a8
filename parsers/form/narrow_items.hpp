// The items of a section in narrow-column layout: where each starts, which lines are its name and which its text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parsers/form/loose_headings.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

/// How the columns of a document measure, in widths of a half-width character and in lines.
struct NarrowMetrics {
    text::MarkStyle style = text::MarkStyle::katakana;
    int name_width = 0;                      ///< of full lines of the narrow column
    int text_width = 0;                      ///< of full lines of the wide column
    int usual_gap = 1;                       ///< between lines of one paragraph
    bool bulleted = false;                   ///< texts start with a bullet
    std::vector<std::string> reprint_marks;  ///< compare keys of what ends a reprinted text (【再掲】)
};

/// Measures the lines of a document's bodies.
NarrowMetrics measure_narrow(const std::vector<BodyLine>& lines, text::MarkStyle usual_style);

/// 「レ ッ ト」: single characters with spaces between, a line that was stretched to the column's width.
bool is_stretched(const std::string& line);

struct NarrowItem {
    std::optional<text::Mark> mark;
    std::vector<BodyLine> name;
    std::vector<BodyLine> text;
    int line = 0;                    ///< first line
    bool blank_after_name = false;   ///< blank lines stand where its text would: the cell is blank
    bool mark_out_of_order = false;  ///< its mark is not the next of the series
    bool opens_section = false;      ///< is the first below its section's heading
    bool guessed_start = false;      ///< starts without a mark behind another item
    bool closes_section = false;     ///< is the last below its section's heading
    int gap_behind = 0;              ///< distance of the next line behind it; 0 at the end of input
    int spaced_behind = 0;           ///< blank lines between that hold a space, as in LooseText
};

/// The items of one section. `behind` is the line behind the last one, with a gap of 0 at the end of input.
std::vector<NarrowItem> split_items(const std::vector<BodyLine>& lines, const BodyLine& behind,
                                    const NarrowMetrics& metrics);

/// Whether the cell of an item's text was empty: blank lines behind its name hold spaces, of which no other place as
/// far from the next line has as many. Lines that were lost leave none.
bool has_empty_cell(const NarrowItem& item, const std::vector<NarrowItem>& all);

}  // namespace torimatome::parsers
