// Columns that departments added to the form: their records hold fields that the form does not know.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// More of them than this would leave the form's own columns too narrow on a printed page; 一覧 has them all.
inline constexpr std::size_t kMostPrintedExtras = 3;

/// The ids of fields that `form` does not know, in the order in which the records first name them. The document builder
/// takes the column's heading for the id.
std::vector<std::string> extra_fields(const Document& document, const Form& form);

/// `form` with a column of prose at its end for each of `fields`, `most` of them.
Form with_columns(Form form, const std::vector<std::string>& fields, std::size_t most);

}  // namespace torimatome::writers
