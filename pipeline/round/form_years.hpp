// Whether the forms that came back are this round's.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/check.hpp"

namespace torimatome::pipeline {

/// Adds a finding "form.other-year" (warning) to each input that answers a form of ours of another fiscal year than
/// `year`; where no year is given, than that of most of them.
void report_forms_of_other_years(std::optional<int> year, std::vector<CheckedInput>& inputs);

}  // namespace torimatome::pipeline
