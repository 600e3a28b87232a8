// Whether the last page of a narrow-column document lacks what ends its other pages, so that the rest may be cut off.
#pragma once

#include <optional>
#include <vector>

#include "model/table.hpp"
#include "parsers/form/narrow_bodies.hpp"
#include "parsers/form/narrow_items.hpp"
#include "parsers/form/row_reading.hpp"

namespace torimatome::parsers {

/// What says that the document went on behind its last item: a page number, form feed or blank lines that end every
/// page but the last, a head without anything below, or a number of pages (3/7) that the last one does not reach.
/// `field` is the one that may go on.
std::optional<RowDoubt> find_missing_end(const NarrowBodies& found, const std::vector<NarrowItem>& items, int usual_gap,
                                         const TextEnd& end, const std::string& field);

}  // namespace torimatome::parsers
