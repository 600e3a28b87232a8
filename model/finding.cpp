#include "model/finding.hpp"

#include <utility>

namespace torimatome {

const char* to_string(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

Severity severity_from_string(const std::string& name) {
    if (name == "note") return Severity::note;
    if (name == "warning") return Severity::warning;
    if (name == "error") return Severity::error;
    throw std::invalid_argument("unknown severity: " + name);
}

Error::Error(Finding finding) : std::runtime_error(finding.message), finding_(std::move(finding)) {}

}  // namespace torimatome
