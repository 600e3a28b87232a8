// Form, 資料番号, title and year of a consolidation: from the base or from most of the submissions.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "pipeline/consolidation/reading.hpp"

namespace torimatome::pipeline {

/// The form that the base has, or else most of the readings; of forms that are equally frequent the first. Empty where
/// nothing was read.
std::string choose_form(const std::vector<Reading>& readings, const Document* base);

/// Fills label, title and year of `document`. The base gives them as long as it is of the submissions' year; a base of
/// another year (last year's publication) gives only the order. Otherwise the most frequent year counts, and the most
/// frequent title and label of its documents. Documents of another year are told as findings (code
/// "submission.year-differs", warning); other titles as "submission.title-differs" (note).
void choose_heading(const std::vector<Reading>& readings, const Document* base, Document& document);

}  // namespace torimatome::pipeline
