// What plain lines of extracted text mean, by a form's line layout.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "parsers/form/loose_headings.hpp"
#include "parsers/form/record_assembly.hpp"
#include "parsers/form/row_reading.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// A record as its lines give it.
struct LineEntry {
    std::string section;
    RawRow row;
    std::vector<RowDoubt> doubts;
};

/// All that the lines of an input say. Characters that stand in none of the texts are in the two counts.
struct LineReading {
    std::string title;
    std::string label;
    std::optional<int> year;
    std::vector<Section> sections;
    std::vector<LineEntry> entries;
    std::vector<LooseText> unplaced;
    std::size_t headings = 0;   ///< characters of titles, labels, sections and column headings
    std::size_t furniture = 0;  ///< characters of page numbers, repeated titles and lists
};

/// The loose lines among `rows`.
std::vector<BodyLine> body_lines(const std::vector<StreamRow>& rows);

/// Reads lines whose records stand one after another, names in a narrow column (LineLayout::Kind::narrow). `end`: how
/// the text ends that they stand in.
LineReading read_narrow_lines(const std::vector<BodyLine>& lines, const TextEnd& end, const Form& form);

/// Reads lines whose columns were pulled apart (LineLayout::Kind::torn).
LineReading read_torn_lines(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings);

}  // namespace torimatome::parsers
