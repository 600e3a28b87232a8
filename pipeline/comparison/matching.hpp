// Which records of two documents belong together.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/compare.hpp"
#include "pipeline/comparison/likeness.hpp"
#include "pipeline/comparison/profile.hpp"

namespace torimatome::pipeline {

enum class MatchRole { single, split, merged };

/// Another record that the pair might have taken.
struct OtherCandidate {
    int record = 0;
    bool newer = false;  ///< of the newer document, in place of the pair's newer record; else of the older one
    float score = 0;
};

struct Match {
    int older = 0;
    int newer = 0;
    MatchRole role = MatchRole::single;
    bool pinned = false;
    Evidence evidence;
    std::optional<OtherCandidate> other;  ///< where the pair is not sure
};

struct Matching {
    std::vector<Match> matches;  ///< in the order of the newer document
    std::vector<int> removed;    ///< older records without a partner
    std::vector<int> added;      ///< newer records without a partner
};

/// A decision by the records' indexes; -1 for none.
struct IndexDecision {
    PairDecision::Kind kind = PairDecision::Kind::pin;
    int older = -1;
    int newer = -1;
};

/// Pairs the records: pinned pairs first, then the best assignment within sections that correspond, then the best one
/// of what is left; last, what is left over and is part of a text that was paired is a split or a merger.
Matching match_records(const DocumentProfile& older, const DocumentProfile& newer,
                       const std::vector<IndexDecision>& decisions);

}  // namespace torimatome::pipeline
