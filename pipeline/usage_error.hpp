// A command line that cannot be followed.
#pragma once

#include <string>

#include "model/finding.hpp"

namespace torimatome::pipeline {

/// An Error with the code "usage": what is wrong with the command line, and what to write instead.
Error usage_error(std::string message, std::string hint = {});

}  // namespace torimatome::pipeline
