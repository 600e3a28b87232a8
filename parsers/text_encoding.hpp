// The text of an input that is text, whatever its encoding.
#pragma once

#include "model/finding.hpp"
#include "parsers/reader.hpp"
#include "text/decode.hpp"

namespace torimatome::parsers {

/// Decodes `input` and reports an encoding other than UTF-8 (note "input.encoding"). Throws Error "input.not-text"
/// where its bytes are no text.
text::Decoded decode_input(const Input& input, Findings& findings);

}  // namespace torimatome::parsers
