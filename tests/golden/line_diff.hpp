// The difference of two texts line by line, for people who look at a failed test.
#pragma once

#include <string>

namespace torimatome {

/// The lines of `expected` that are not in `actual` with "-", the others with "+", and up to two equal lines around
/// them; empty where both are the same.
std::string line_diff(const std::string& expected, const std::string& actual);

}  // namespace torimatome
