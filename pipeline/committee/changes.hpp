// What changed in each measure since last year, for the committee.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::pipeline {

struct MeasureChange {
    bool added = false;                   ///< not in last year's document
    std::string plan;                     ///< what last year planned for the year that is reported on
    std::string old_category;             ///< where it was another
    double changed = 0;                   ///< share of its plan's words that are new, 0 to 1
    std::map<std::string, Diff> diffs;    ///< of the fields that changed, by id
    std::vector<std::string> unanswered;  ///< sentences of last year's plan that the result does not answer
};

/// By the newer document's record ids. A record that was paired with none of last year's is `added`.
std::map<std::string, MeasureChange> changes_since(const Document& older, const Document& newer, const Form& form,
                                                   const Mappings& mappings);

}  // namespace torimatome::pipeline
