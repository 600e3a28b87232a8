// Many submissions to one document (取りまとめ).
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/submission.hpp"
#include "pipeline/consolidation/reading.hpp"

namespace torimatome::pipeline {

struct Consolidation {
    Document document;
    std::vector<Submission> submissions;
};

/// Puts the documents of `readings` together, in the order of the plan; positions name the input that each record came
/// from. Records that several inputs give with the same content are there once (note "record.same-twice"); different
/// answers to one measure are all kept (warning "record.conflict" on each). Ids are made anew, so that they are unique.
/// `base` (which may be null) is a document whose order leads; its records are not taken. Throws Error (code
/// "consolidation.nothing-read") where no reading holds a document.
Consolidation consolidate(std::vector<Reading> readings, const Document* base, const Mappings& mappings);

}  // namespace torimatome::pipeline
