// Matching a line against the tokens of a pattern.
#pragma once

#include "text/pattern.hpp"

namespace torimatome::text {

/// The characters of a compare key with the prolonged sound mark as a hyphen: a literal that starts with a dash does
/// not know what will stand before it.
std::u32string one_dash(std::string_view key);

/// The match of all of `line` with `tokens`; no pair of token and place is tried twice.
std::optional<PatternMatch> match_tokens(const std::vector<Pattern::Token>& tokens, std::string_view line);

}  // namespace torimatome::text
