// What one year planned beside what the next year reports of it.
#pragma once

#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::pipeline {

/// Adds to `comparison`, whose pairs are there already, the plan of each older record beside the result of the record
/// that it became, and the results that no plan announced. Nothing where the forms have no such fields.
void add_plan_answers(const Document& older, const Document& newer, const Form& older_form, const Form& newer_form,
                      Comparison& comparison);

}  // namespace torimatome::pipeline
