// The tag of reprinted text: 【再掲】.
#pragma once

#include <string>

#include "model/form.hpp"

namespace torimatome::parsers {

/// Whether one of the form's tags stands anywhere in `text`, also stretched (【再 掲】) or on a line of its own.
bool has_reprint_mark(const std::string& text, const Form& form);

/// Whether `text` is one of the form's tags and nothing else.
bool is_reprint_mark(const std::string& text, const Form& form);

}  // namespace torimatome::parsers
