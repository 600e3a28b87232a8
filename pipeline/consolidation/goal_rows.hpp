// The rows of one goal in order.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/consolidation/record_key.hpp"

namespace torimatome::pipeline {

/// A row to be ordered: a record of the base, or an entry.
struct Row {
    static constexpr int kBase = -1;

    const RecordKey* key = nullptr;
    int reading = kBase;           ///< place of its input; kBase for the base
    std::size_t index = 0;         ///< of the entry, or of the base's record
    std::size_t answer_group = 0;  ///< entries with the same number stand together; counts nothing for the base
    bool is_base() const { return reading == kBase; }
};

/// Puts the rows of one goal in order; base rows come first in `rows`, then input by input. The base leads: an entry
/// stands where the base has the row of its departments (of several the one with the most similar text). What the base
/// lacks stands before the row that follows it in its own input, else at the end.
/// Rows that stand in one place are the base's row and its answers, or different answers to one measure.
std::vector<std::vector<const Row*>> order_rows(const std::vector<const Row*>& rows);

/// Adds what is new in `sequence` to `order`: before the element that follows it in both, else at the end.
void merge_sequence(std::vector<std::size_t>& order, const std::vector<std::size_t>& sequence);

}  // namespace torimatome::pipeline
