// Inputs to documents, each in a worker.
#pragma once

#include <vector>

#include "model/form.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/consolidation/reading.hpp"
#include "pipeline/inputs.hpp"
#include "pipeline/progress.hpp"

namespace torimatome::pipeline {

/// The inputs' documents in the inputs' order; what could not be read has been told on the standard error.
std::vector<Reading> read_documents(const std::vector<InputFile>& inputs, const Mappings& mappings,
                                    const CommonOptions& options, Progress& progress);

/// The one document that the argument of `option` names. Throws Error (code "usage") where it names none or several
/// inputs, and the input's own error where it cannot be read.
Document read_one_document(const std::string& argument, const std::string& option, const Mappings& mappings,
                           const CommonOptions& options, Progress& progress);

}  // namespace torimatome::pipeline
