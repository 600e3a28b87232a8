// A person's decisions about pairs, for one comparison.
#pragma once

#include <vector>

#include "pipeline/compare.hpp"
#include "pipeline/comparison/matching.hpp"

namespace torimatome::pipeline {

/// The decisions that are about these two documents, by the records' indexes. One that names a record that is not there
/// is left out with a finding (code "pairs.no-such-record"), one that contradicts an earlier one too
/// ("pairs.contradiction").
std::vector<IndexDecision> find_decisions(const Document& older, const Document& newer,
                                          const std::vector<PairDecision>& decisions, Findings& findings);

}  // namespace torimatome::pipeline
