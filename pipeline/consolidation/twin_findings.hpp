// What is told about records that several inputs hold.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "pipeline/consolidation/twins.hpp"

namespace torimatome::pipeline {

/// Adds to the document's findings a note (code "record.same-twice") on each record that other inputs give too, naming
/// the inputs and any other way in which they write it; and a warning (code "record.conflict") on each answer to a
/// measure that several inputs answer differently, naming the inputs and the fields. They come in the order of `order`;
/// `ids` are the new ids of the entries.
void add_twin_findings(const std::vector<Entry>& entries, const std::vector<std::size_t>& order,
                       const std::vector<std::string>& ids, const Form& form, Document& document);

}  // namespace torimatome::pipeline
