// What is told about records that several inputs hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/form.hpp"
#include "pipeline/consolidation/twins.hpp"

namespace torimatome::pipeline {

/// A note (code "record.same-twice") on each record that other inputs give too, naming the inputs and any other way in
/// which they write it; and a warning (code "record.conflict") on each answer to a measure that several inputs answer
/// differently, naming the inputs and the fields. In the order of `order`; `ids` are the new ids of the entries, `year`
/// the document's, for the names of the fields.
Findings twin_findings(const std::vector<Entry>& entries, const std::vector<std::size_t>& order,
                       const std::vector<std::string>& ids, const Form& form, const std::optional<int>& year);

}  // namespace torimatome::pipeline
