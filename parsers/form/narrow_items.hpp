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
    int name_width = 0;     ///< of full lines of the narrow column
    int text_width = 0;     ///< of full lines of the wide column
    int usual_gap = 1;      ///< between lines of one paragraph
    bool bulleted = false;  ///< texts start with a bullet
};

/// Measures the lines of a document's bodies.
NarrowMetrics measure_narrow(const std::vector<BodyLine>& lines, text::MarkStyle usual_style);

struct NarrowItem {
    std::optional<text::Mark> mark;
    std::vector<BodyLine> name;
    std::vector<BodyLine> text;
    int line = 0;                    ///< first line
    bool blank_after_name = false;   ///< blank lines stand where its text would: the cell is blank
    bool mark_out_of_order = false;  ///< its mark is not the next of the series
    bool opens_section = false;      ///< is the first below its section's heading
    bool guessed_start = false;      ///< starts without a mark behind another item
};

/// The items of one section. `gap_behind` is the distance of the next line behind the last one, 0 at the end of input.
std::vector<NarrowItem> split_items(const std::vector<BodyLine>& lines, int gap_behind, const NarrowMetrics& metrics);

}  // namespace torimatome::parsers
