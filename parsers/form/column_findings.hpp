// What a table's header lacks of its form's columns, and what it has beside them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/form.hpp"
#include "model/round.hpp"
#include "parsers/form/header.hpp"

namespace torimatome::parsers {

/// What was reported of a document's columns, so that each is told of once, however many headers it has.
using ReportedColumns = std::set<std::string>;

/// Reports columns that are missing ("column.missing", error) or added ("column.added", warning), and a header of ours
/// without its marks ("form.marks-lost", warning). `asked`: the form of ours that the input is, if it is one.
void report_columns(const Header& header, const Form& form, const std::optional<RoundForm>& asked,
                    ReportedColumns& reported, Findings& findings);

}  // namespace torimatome::parsers
