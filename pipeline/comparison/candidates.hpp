// The possible partners of each record, best first.
#pragma once

#include <vector>

#include "pipeline/comparison/likeness.hpp"
#include "pipeline/comparison/matching.hpp"

namespace torimatome::pipeline {

struct Candidates {
    std::vector<std::vector<Evidence>> of_older;  ///< by older record, best first
    std::vector<std::vector<int>> of_newer;       ///< by newer record: the older ones that have it as a candidate

    /// The evidence of a pair; null where it is no candidate.
    const Evidence* find(int older, int newer) const;
};

/// At most some dozens a record; pairs that `decisions` forbid are left out.
Candidates find_candidates(const DocumentProfile& older, const DocumentProfile& newer,
                           const std::vector<IndexDecision>& decisions);

}  // namespace torimatome::pipeline
