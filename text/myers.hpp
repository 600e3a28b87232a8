// The shortest edit script between two sequences.
#pragma once

#include <cstddef>
#include <vector>

namespace torimatome::text {

enum class Edit { keep, remove, insert };

/// The edits that turn `a` into `b`, as few removals and insertions as can be, removals before insertions where they
/// meet. Myers, "An O(ND) difference algorithm and its variations" (1986); time and memory grow with the square of
/// the number of edits; sequences that differ in thousands are given as replaced whole.
std::vector<Edit> shortest_edits(const std::vector<int>& a, const std::vector<int>& b);

}  // namespace torimatome::text
