// Years side by side: which record of an older document became which of a newer one, and what changed.
#pragma once

#include <string>
#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::pipeline {

/// What a person decided about a pair (--pairs). An empty record means that the other one has no partner.
struct PairDecision {
    enum class Kind {
        pin,     ///< these two belong together
        forbid,  ///< these two do not
    };
    Kind kind = Kind::pin;
    std::string old_year;  ///< the documents that it is about, as the file names them; empty: any
    std::string new_year;
    std::string old_record;
    std::string new_record;
    int line = 0;  ///< in the file

    friend bool operator==(const PairDecision&, const PairDecision&) = default;
};

struct ComparisonSettings {
    const Mappings& mappings;  ///< forms, organisations with their former names, notation and terms
    std::vector<PairDecision> decisions = {};
};

/// Compares two documents of one form record by record, or of two forms item by item (`topics`). Findings tell pairs
/// that are not sure (code "pair.close", with the other candidate) and decisions that could not be obeyed. Throws
/// Error where `mappings` lack a document's form.
Comparison compare(const Document& older, const Document& newer, const ComparisonSettings& settings);

/// Compares each document with the next, in the order given.
ComparisonSeries compare_all(const std::vector<Document>& documents, const ComparisonSettings& settings);

}  // namespace torimatome::pipeline
