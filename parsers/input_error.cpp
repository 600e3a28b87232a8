#include "parsers/input_error.hpp"

#include <utility>

namespace torimatome::parsers {

Error input_error(std::string code, std::string message, std::string hint) {
    Finding finding;
    finding.code = std::move(code);
    finding.severity = Severity::error;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return Error(std::move(finding));
}

}  // namespace torimatome::parsers
