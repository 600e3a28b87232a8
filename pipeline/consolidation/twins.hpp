// Records of different inputs that are the same measure: said twice, or answered in two ways.
#pragma once

#include <cstddef>
#include <vector>

#include "model/document.hpp"
#include "pipeline/consolidation/record_key.hpp"

namespace torimatome::pipeline {

/// A record that was taken, and where it came from.
struct Entry {
    Record record;
    RecordKey key;
    std::size_t reading = 0;           ///< place of its input
    std::vector<std::size_t> doubles;  ///< entries of other inputs that say the same; they are not in the result
    bool is_double = false;
    std::size_t answer_group = 0;  ///< entries with the same number answer one measure in different ways
};

/// Finds, among entries in the order of their inputs, those of other inputs that say the same (whatever the notation)
/// and marks them; and those that answer one measure (same path, subject and departments) differently, which get one
/// `answer_group`. Entries of one input are never twins of each other. Where an input or the base shows that a goal of
/// these departments has several rows, rows that are not alike count as different measures. `base` holds the records of
/// the base, if there is one.
void find_twins(std::vector<Entry>& entries, const std::vector<RecordKey>& base);

}  // namespace torimatome::pipeline
