// Lists of terms (対象職種) as people write them, known ones put together again where a narrow column broke them.
#pragma once

#include <string>
#include <vector>

#include "model/form.hpp"

namespace torimatome::parsers {

/// The terms of `text`: one a line or joined by 、 and ，. Parts that together are a term of `vocabulary` (which may be
/// null) are one: 「児童相談」「所・福祉」「コース職員」.
std::vector<std::string> split_terms(const std::string& text, const Vocabulary* vocabulary);

/// How many of `parts` from `at` on make one term of `vocabulary` when they are joined, and which; 0 for none. The
/// most parts win.
struct TermAt {
    std::size_t parts = 0;
    const VocabularyTerm* term = nullptr;
};
TermAt term_at(const std::vector<std::string>& parts, std::size_t at, const Vocabulary* vocabulary);

}  // namespace torimatome::parsers
