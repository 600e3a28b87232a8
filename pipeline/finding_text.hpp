// A finding on its way from a worker process to the program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/finding.hpp"

namespace torimatome::pipeline {

/// The finding as JSON of at most `largest` bytes; a message too long for that is cut. `box` is not carried.
std::string pack_finding(const Finding& finding, std::size_t largest);

/// The finding again. Throws std::exception where the text is none that pack_finding made.
Finding unpack_finding(std::string_view text);

}  // namespace torimatome::pipeline
