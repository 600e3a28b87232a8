// 概要: what changed in how many measures.
#pragma once

#include <vector>

#include "writers/comparison_workbook/comparison_view.hpp"
#include "writers/workbook/record_counts.hpp"

namespace torimatome::writers {

/// For each comparison: pairs by section and kind (charted), from which category to which, and by department. A
/// department counts for each of its measures.
std::vector<CountTable> overview_tables(const std::vector<ComparisonView>& views);

}  // namespace torimatome::writers
