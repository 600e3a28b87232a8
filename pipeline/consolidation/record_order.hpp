// The order of the records of a consolidation.
#pragma once

#include <cstddef>
#include <vector>

#include "model/document.hpp"
#include "pipeline/consolidation/twins.hpp"

namespace torimatome::pipeline {

/// The entries that are no doubles, as indexes, in the order of the plan: sections as in `sections`; within one by the
/// marks of the path; within a path goal by goal, and within a goal the rows. `base` (which may be null) leads wherever
/// it has the same path, goal or row; what it lacks comes behind its siblings. Without a base the inputs lead, in their
/// order.
std::vector<std::size_t> plan_order(const std::vector<Entry>& entries, const std::vector<Section>& sections,
                                    const Document* base, const RecordComparison& comparison);

/// Adds what is new in `sequence` to `order`: before the element that follows it in both, else at the end.
void merge_sequence(std::vector<std::size_t>& order, const std::vector<std::size_t>& sequence);

}  // namespace torimatome::pipeline
