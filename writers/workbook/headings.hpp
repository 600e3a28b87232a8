// The words of the form with the document's years in them, and a name for each field in lists.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// `template_text` with {year} and {next-year} as 「令和3年度」「令和4年度」; 「本年度」「次年度」 where the document
/// names no year.
std::string with_years(const std::string& template_text, const std::optional<int>& year);

/// Whether `field` is the mark of an item in the section's box: ①.
bool names_item(const Form& form, const FieldSpec& field);

/// What a field is called in lists: its column's heading; where several fields share one, 「項目」 for the mark of a
/// section's item, 「取組方針（記号）」 for other marks, 「取組（名称）」 for names and the heading itself for the
/// rest. The id where the form has no such field.
std::string field_heading(const Form& form, const std::string& field, const std::optional<int>& year);

/// The headings of all fields, in the form's order.
std::vector<std::string> field_headings(const Form& form, const std::optional<int>& year);

}  // namespace torimatome::writers
