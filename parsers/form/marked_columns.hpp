// Which column of an answered form holds what, by the marks that the form carries above its headings.
#pragma once

#include "model/finding.hpp"
#include "model/form.hpp"
#include "parsers/form/header.hpp"

namespace torimatome::parsers {

/// `header` laid anew by the column marks of `table`: headings may be rewritten and columns put in between. A column
/// without a mark keeps its heading, as one that the form does not have. Without marks the header stays as it is.
/// Finding: "form.heading-changed" (warning) where a marked column's heading no longer says what it holds.
Header lay_by_marks(const Header& header, const Table& table, const Form& form, Findings& findings);

}  // namespace torimatome::parsers
