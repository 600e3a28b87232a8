// Labels that stand apart from their numbers (対象職種): which of a page's labels each number has.
#pragma once

#include <string>
#include <vector>

#include "model/form.hpp"
#include "parsers/form/torn_page.hpp"

namespace torimatome::parsers {

struct LabelChoice {
    std::string name;       ///< empty where no label is left for the number
    std::string runner_up;  ///< the next best
    bool spans = false;     ///< the same label as the number above has
    double margin = 0;      ///< by how much the whole page is worse with the next best
};

/// One label a record, so that every label of the page is used, a label that spans rows goes to neighbours, and each
/// fits its record's departments. Optimal over the whole page.
std::vector<LabelChoice> match_labels(const TornPage& page, const Vocabulary* vocabulary);

/// How well a term fits the departments, 0 to 1. The first of them counts twice.
double division_fit(const VocabularyTerm& term, const std::vector<std::string>& divisions,
                    const Vocabulary& vocabulary);

}  // namespace torimatome::parsers
