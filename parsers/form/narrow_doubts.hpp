// What speaks for lines that were lost or moved within the names and texts of a narrow-column document.
#pragma once

#include <cstddef>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/narrow_items.hpp"
#include "parsers/form/row_reading.hpp"

namespace torimatome::parsers {

/// A doubt about one of the items.
struct NarrowDoubt {
    std::size_t item = 0;
    RowDoubt doubt;
    bool weak = false;  ///< only words speak for it, no measure of the lines
};

/// Doubts that the lines' widths, distances and seams raise, in the order of the items; `items` are all of a document.
/// `damaged`: something else says that lines were lost or moved, so that weaker signs count too.
std::vector<NarrowDoubt> find_narrow_doubts(const std::vector<NarrowItem>& items, const NarrowMetrics& metrics,
                                            const LineLayout& layout, bool damaged);

}  // namespace torimatome::parsers
