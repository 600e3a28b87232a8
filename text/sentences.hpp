// Sentences and bullets of a text.
#pragma once

#include <string_view>
#include <vector>

namespace torimatome::text {

/// The sentences of `text` in order, each with its 「。」, closing brackets and line break; joined they give it to the
/// byte. A line break ends one too, so that each bullet and heading is one. A 「。」 within brackets ends none.
std::vector<std::string_view> split_sentences(std::string_view text);

}  // namespace torimatome::text
