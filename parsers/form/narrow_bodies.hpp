// The sections of a document in narrow-column layout, and the lines of records below each.
#pragma once

#include <string>
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
    int gap_behind = 0;  ///< distance of the next section's heading; 0 at the end of input
};

/// Finds the sections and gathers the lines below each. Title, label and sections go into `reading`, page numbers and
/// repeated heads of pages into its counts.
std::vector<NarrowBody> find_narrow_bodies(const std::vector<BodyLine>& lines, const Form& form, LineReading& reading);

}  // namespace torimatome::parsers
