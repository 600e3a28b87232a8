// Bullets and headings that stand on a line of their own.
#pragma once

#include <string_view>

namespace torimatome::text {

/// Whether a bullet or a 【…】 heading stands at `at`. Doubled signs are none (○○課 is a blank to fill in, ・・・ an
/// ellipsis), nor is the tag 【再掲】, nor 〇 as a digit. Dashes are not looked at.
bool bullet_sign_at(std::string_view text, std::size_t at);

}  // namespace torimatome::text
