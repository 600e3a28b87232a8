// The compare key: the form of a text that is compared and looked up, never printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace torimatome::text {

struct KeyOptions {
    bool fold_marks = false;  ///< numbering marks to their number: ①, (1), １. and Ⅰ are all "1"
    bool fold_years = false;  ///< every fiscal year or year to one sign, so that last year's heading equals this year's
};

/// NFKC; Kangxi and CJK radicals to the unified ideograph (all of U+2E80–U+2FDF); vertical presentation forms to the
/// upright ones; wave dashes and tildes to one; dashes, hyphens and minus signs to one where they stand between
/// letters, digits or spaces, and to the prolonged sound mark between kana (コ－ス, コ一ス); half-width kana composed;
/// case folded; every space, line break, tab and control character gone; 取り組み and other notation is left as it is.
std::string compare_key(std::string_view text, const KeyOptions& options = {});

/// The compare key with the way back: `origin[i]` is the byte offset in the original text of the character that gave
/// byte i of `key`; `origin` has one entry more than `key`, the original's length.
struct KeyWithOrigin {
    std::string key;
    std::vector<std::size_t> origin;
};
KeyWithOrigin compare_key_with_origin(std::string_view text, const KeyOptions& options = {});

}  // namespace torimatome::text
