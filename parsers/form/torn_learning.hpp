// Which divisions answer for which term, learnt from the pages of one document.
#pragma once

#include <vector>

#include "model/form.hpp"
#include "parsers/form/torn_page.hpp"

namespace torimatome::parsers {

/// Gives each first division of the records that no term names to a term, so that each page's labels are used up as
/// well as can be; names and texts decide between ways that do this alike. A division goes to two terms where the
/// second is nearly as good. Afterwards the terms stand in the order in which the records have them.
void learn_divisions(const std::vector<TornPage>& pages, Vocabulary& terms);

}  // namespace torimatome::parsers
