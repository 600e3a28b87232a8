// One cell for what rows of different submissions share.
#pragma once

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::pipeline {

/// Flags the marks, policies and goals that only repeat those of the record above as inherited, as they are in a
/// submission that holds both rows: the form's first fields, from the left, as long as each says the same.
void share_cells(const Form& form, std::vector<Record>& records);

}  // namespace torimatome::pipeline
