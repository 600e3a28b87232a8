// The error for an input that cannot be used as a whole.
#pragma once

#include <string>

#include "model/finding.hpp"

namespace torimatome::parsers {

/// An Error of severity `error` with that code, message and hint (both already in the user's language).
Error input_error(std::string code, std::string message, std::string hint = {});

}  // namespace torimatome::parsers
