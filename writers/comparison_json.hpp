// A comparison as JSON: schema "torimatome-comparison/1".
#pragma once

#include <iosfwd>

#include "model/comparison.hpp"
#include "writers/json.hpp"

namespace torimatome::writers {

/// Writes one comparison as one object; several with a list of them ("comparisons") and the measures' way through the
/// years ("timelines"). Ends in "\n".
void write_json(const ComparisonSeries& series, std::ostream& out, JsonLayout layout);

}  // namespace torimatome::writers
