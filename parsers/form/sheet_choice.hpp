// Which sheets of a workbook are the answer: examples and last year's sheets beside it are left out, and said so.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "parsers/form/form_choice.hpp"

namespace torimatome::parsers {

/// The indexes of the tables that are not to be read: sheets named as examples (記入例), and sheets that are named
/// after another fiscal year and whose headings name it too, as long as another sheet shows the form. Each is reported;
/// so is each sheet that does not show the form while others do (its text becomes unplaced).
std::set<std::size_t> sheets_left_out(const TableSet& tables, const std::vector<StreamRow>& rows,
                                      const FormChoice& choice, std::optional<int> year, Findings& findings);

}  // namespace torimatome::parsers
