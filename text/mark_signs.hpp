// The characters that marks are written with, as data.
#pragma once

#include <optional>

#include "text/mark.hpp"

namespace torimatome::text {

/// A mark that is one character: ① ⑴ ⒈ Ⅰ ❶ ⒜. `number` is its place in the series of `style`.
struct MarkSign {
    MarkStyle style = MarkStyle::circled;
    int number = 0;
};
std::optional<MarkSign> mark_sign(char32_t c);

/// Place of a katakana letter in アイウエオカキ…, half-width letters included; 0 for none.
int katakana_place(char32_t c);
/// The katakana letter at `place` of that series, from 1; 0 past its end.
char32_t katakana_at(int place);

/// The katakana that `c` is easily read for (工 for エ); 0 for none. Radicals that look the same count too.
char32_t katakana_looking_like(char32_t c);

/// Full-width ASCII to ASCII; every other character as it is.
char32_t narrow(char32_t c);

}  // namespace torimatome::text
