// Byte offsets as the line and column that an editor shows.
#pragma once

#include <cstddef>
#include <string_view>

namespace torimatome::parsers {

/// 1-based; `column` counts characters of UTF-8 from the line's start.
struct TextPosition {
    int line = 1;
    int column = 1;
};

TextPosition text_position(std::string_view text, std::size_t offset);

}  // namespace torimatome::parsers
