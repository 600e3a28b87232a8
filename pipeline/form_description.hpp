// A form as text for people (`forms list`, `forms show`).
#pragma once

#include <string>

#include "model/form.hpp"

namespace torimatome::pipeline {

/// One line: id, label and name, with tabs between.
std::string form_line(const Form& form);

/// Title, sections, columns with their other headings, fields with their kinds, choices.
std::string describe_form(const Form& form);

}  // namespace torimatome::pipeline
