// Shape of lines of extracted text: whether a sentence ends, whether a line fills its column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/form/loose_headings.hpp"
#include "parsers/form/row_reading.hpp"

namespace torimatome::parsers {

/// Whether a sentence or note ends with `text`: 「。」, a closing bracket, 【再掲】.
bool ends_sentence(std::string_view text);

/// Whether the line starts a paragraph by its first character: a bullet, an indent, a bracket, a mark.
bool starts_paragraph(const std::string& line);

/// The lines as one text: forced breaks undone, bullets and indented paragraphs on lines of their own.
std::string joined_text(const std::vector<BodyLine>& lines);

/// Whether each bracket and quote that opens in `text` closes in it, and the other way round; 「1）」 is a mark.
bool brackets_match(std::string_view text);

/// What speaks for a line that was lost or has changed its place within a text.
struct TextFlaw {
    enum class Kind { none, unfinished, short_line, long_line, gap, no_start, repeated, misfit, bracket };
    Kind kind = Kind::none;
    std::string line;  ///< as read
    int number = 0;
};

/// The first flaw of a text in a column whose full lines are `full_width` wide. `usual_gap` is the distance of lines
/// within a paragraph; `bulleted`: texts of this column start with a bullet; `plain_paragraphs`: paragraphs start with
/// nothing that tells them.
TextFlaw find_flaw(const std::vector<BodyLine>& lines, int full_width, int usual_gap, bool bulleted,
                   bool plain_paragraphs = false);

/// What to say of a flaw in `field`.
RowDoubt flaw_doubt(const TextFlaw& flaw, const std::string& field);

/// The width that full lines of these texts have: that of their widest lines, those that stand out left aside.
int full_width_of(std::vector<int> widths);

/// The hint of doubts that only a look at the original settles.
std::string check_original();

/// The first characters of a text, for messages.
std::string excerpt_of(std::string_view text);

}  // namespace torimatome::parsers
