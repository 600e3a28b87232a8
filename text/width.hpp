// How much room Japanese text takes, in widths of a half-width character (East Asian width, UAX #11).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace torimatome::text {

/// Width of one line: 2 for wide, full-width and ambiguous characters (which Japanese fonts draw wide), 0 for
/// combining marks and variation selectors, else 1. Line breaks count nothing.
int display_width(std::string_view line);

/// Whether a line that the width broke may start with `c`: not with 、。」』）】・ー, small kana and the like (JIS X
/// 4051), which stay with the character before them or hang over the edge.
bool may_start_line(char32_t c);

/// The lines that `text` takes in a column of `width` half-width characters: breaks at "\n", between Japanese
/// characters anywhere but before 、。」』）】・ー and small kana or after 「『（【, and between Latin words at spaces.
/// `width` is at least 2.
std::vector<std::string> wrap(std::string_view text, int width);

}  // namespace torimatome::text
