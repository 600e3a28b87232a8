// The order of the records of a consolidation.
#pragma once

#include <cstddef>
#include <vector>

#include "model/document.hpp"
#include "pipeline/consolidation/twins.hpp"

namespace torimatome::pipeline {

/// The document whose order leads, with the keys of its records; both empty where there is none.
struct Base {
    std::vector<Record> records;
    std::vector<RecordKey> keys;
};

struct PlanOrder {
    std::vector<std::size_t> entries;     ///< indexes of the entries that are no doubles
    std::vector<std::size_t> unanswered;  ///< indexes of the base's records that no entry answers
    std::vector<std::size_t> added;       ///< indexes of the entries that the base has no row for; none without a base
};

/// Puts the entries in the order of the plan: sections as in `sections`; within one by the
/// marks of the path; within a path goal by goal, and within a goal the rows. `base` leads wherever
/// it has the same path, goal or row; what it lacks comes behind its siblings. Without a base the inputs lead, in their
/// order.
PlanOrder plan_order(const std::vector<Entry>& entries, const std::vector<Section>& sections, const Base& base,
                     const Form& form);

}  // namespace torimatome::pipeline
