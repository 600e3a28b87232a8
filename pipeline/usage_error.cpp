#include "pipeline/usage_error.hpp"

#include <utility>

namespace torimatome::pipeline {

Error usage_error(std::string message, std::string hint) {
    Finding finding;
    finding.code = "usage";
    finding.severity = Severity::error;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return Error(std::move(finding));
}

}  // namespace torimatome::pipeline
