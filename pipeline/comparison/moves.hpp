// Which paired records stand in another place than before.
#pragma once

#include <vector>

#include "pipeline/comparison/matching.hpp"

namespace torimatome::pipeline {

struct Move {
    bool moved = false;
    bool renumbered = false;  ///< in its old place, whose marks or number are others now
};

/// By match. A path (section, item, policy) goes on as the one that most of its records went to, as long as most of
/// that one's came from it and the order of paths is kept; a record is moved where it did not go along, or where it
/// changed places with others of its path. The fewest records that can be count as moved.
std::vector<Move> find_moves(const DocumentProfile& older, const DocumentProfile& newer, const Matching& matching);

}  // namespace torimatome::pipeline
