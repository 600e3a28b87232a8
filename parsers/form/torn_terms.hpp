// The terms of a document's labels: those that the mapping knows, and those that only the document itself tells of.
#pragma once

#include <vector>

#include "model/form.hpp"
#include "parsers/form/torn_page.hpp"

namespace torimatome::parsers {

/// Puts together labels that a blank line broke and takes apart labels that stand without one between, by what the
/// rest of the document calls them.
void mend_labels(std::vector<TornPage>& pages, const Vocabulary* known);

/// The terms of `known` (which may be null) that the pages print, and labels that `known` does not have but the
/// document prints more than once. Which divisions answer for a term is learnt from the pages where `known` does not
/// tell: each page's labels must be used up, and names and texts speak for a division.
Vocabulary document_terms(const std::vector<TornPage>& pages, const Vocabulary* known);

}  // namespace torimatome::parsers
