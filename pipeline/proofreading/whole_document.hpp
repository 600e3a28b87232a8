// Whether a document is a whole one, or a department's part.
#pragma once

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::pipeline {

/// Whether nearly all items of the sections' boxes have records. A department's submission gives only its own measures,
/// although its form may list all items. A form without such boxes is taken as whole.
bool seems_whole(const Document& document, const Form& form);

}  // namespace torimatome::pipeline
