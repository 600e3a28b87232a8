// The way of each measure through three years or more.
#pragma once

#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"

namespace torimatome::pipeline {

/// One timeline for all records that pairs connect, in the order of the last document that has them; those that ended
/// stand behind the measure that they followed.
std::vector<Timeline> make_timelines(const std::vector<Document>& documents,
                                     const std::vector<Comparison>& comparisons);

}  // namespace torimatome::pipeline
