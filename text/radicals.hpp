// CJK radicals that stand for ideographs.
#pragma once

namespace torimatome::text {

/// The unified ideograph that a character of U+2E80–2EFF (CJK Radicals Supplement) looks like: ⻑ gives 長. PDF fonts
/// often map ideographs back to these. Characters without one, and all others, come back unchanged.
char32_t ideograph_of_radical(char32_t c);

}  // namespace torimatome::text
