// What a department is asked to do about a finding: the findings themselves speak to the secretariat.
#pragma once

#include <string>

#include "model/finding.hpp"

namespace torimatome::pipeline {

struct SlipWords {
    int rank = 50;     ///< where it stands among the others: small numbers first
    bool must = true;  ///< has to be corrected
    std::string request;
};

/// The words for a finding, by its code.
SlipWords slip_words(const Finding& finding);

}  // namespace torimatome::pipeline
