// The sections of a document in narrow-column layout, and the lines of records below each.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/line_reading.hpp"
#include "parsers/form/loose_headings.hpp"

namespace torimatome::parsers {

/// Lines below one section's heading.
struct NarrowBody {
    std::string number;
    bool without_headings = false;  ///< no column headings stood below the section's heading
    std::vector<BodyLine> lines;
    /// Column headings again, without a section's: the line below them, and their distance from the line above.
    std::vector<std::pair<int, int>> repeated_headings;
    BodyLine behind;  ///< the next section's heading; with a gap of 0 at the end of input
};

/// Finds the sections and gathers the lines below each. Title, label and sections go into `reading`, page numbers and
/// repeated heads of pages into its counts.
struct NarrowBodies {
    std::vector<NarrowBody> bodies;
    bool numbered_pages = false;    ///< pages end with their number
    bool ends_with_number = false;  ///< and so does the last one
    bool ends_with_head = false;    ///< a section's or page's head stands last, with nothing below
    int last_page = 0;              ///< of pages that are numbered 3/7; 0 where none is
    int pages = 0;                  ///< how many there are, by the same numbers
};
NarrowBodies find_narrow_bodies(const std::vector<BodyLine>& lines, const Form& form, LineReading& reading);

}  // namespace torimatome::parsers
