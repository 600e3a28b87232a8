// One page of a table whose columns were pulled apart: numbers with what stands right of them, and the left-hand texts
// and labels that stand elsewhere on the page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parsers/form/line_reading.hpp"

namespace torimatome::parsers {

/// A number with the columns right of it.
struct TornRecord {
    std::string number;  ///< as written; empty where it was lost
    int value = 0;       ///< of the number; 0 where it was lost
    int line = 0;
    std::size_t run = 0;  ///< which series of numbers on the page
    std::string section;
    std::string group;
    std::vector<BodyLine> text;
    std::vector<BodyLine> list;  ///< department lines
    std::string label;           ///< where it stood beside the number
    std::vector<RowDoubt> doubts;
};

/// A label (対象職種), put together of its pieces.
struct TornLabel {
    std::string name;
    int line = 0;
    int last_line = 0;
    bool known = false;              ///< a term of the vocabulary
    std::vector<std::string> lines;  ///< as they stood
};

struct TornPage {
    std::vector<TornRecord> records;
    std::vector<std::vector<BodyLine>> blocks;  ///< left-hand paragraphs, in the order of the input
    std::size_t blocks_above = 0;               ///< how many of them stand above the first number
    std::vector<TornLabel> labels;
    bool headed = false;            ///< a section's heading stands on the page
    bool several_sections = false;  ///< headings of more than one
    std::size_t groups = 0;         ///< how many groups its headings name
    bool grouped = false;           ///< the list of sections names groups for its section
};

/// Splits the input into pages and reads what stands on each; sections, title and label go into `reading`.
std::vector<TornPage> read_torn_pages(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings,
                                      LineReading& reading);

}  // namespace torimatome::parsers
