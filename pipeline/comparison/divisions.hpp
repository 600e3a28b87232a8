// Records that one older record was split into, and older records that were merged into one.
#pragma once

#include <vector>

#include "pipeline/comparison/candidates.hpp"
#include "pipeline/comparison/matching.hpp"

namespace torimatome::pipeline {

/// Adds to `matches` the free records that share a paired record with its partner: most of their text stands in it,
/// and it covers a good part of what the partner leaves. The pairs concerned get their role, and the records are no
/// longer free. With `sure`, only parts that stand beside the rest, told by their own text. A record that repeats what
/// the partner says is a copy, never a part.
void add_divisions(const DocumentProfile& older, const DocumentProfile& newer, const Candidates& candidates,
                   std::vector<bool>& older_free, std::vector<bool>& newer_free, bool sure,
                   std::vector<Match>& matches);

}  // namespace torimatome::pipeline
