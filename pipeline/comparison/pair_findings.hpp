// What a person should look at in the pairs of a comparison.
#pragma once

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "pipeline/comparison/matching.hpp"
#include "pipeline/comparison/moves.hpp"

namespace torimatome::pipeline {

/// Findings about one pair: it is not sure and what else it could be (code "pair.close"), it was moved and reworded
/// ("pair.moved"), split ("pair.split"), merged ("pair.merged") or numbered anew ("pair.renumbered").
Findings pair_findings(const Document& older, const Document& newer, const Match& match, const Move& move);

}  // namespace torimatome::pipeline
