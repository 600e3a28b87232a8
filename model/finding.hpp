// What a reader could not be sure of, or what a person should look at (指摘).
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "model/source_position.hpp"

namespace torimatome {

enum class Severity {
    note,     ///< for information: nothing has to be done
    warning,  ///< a person should look: the text is kept, but its place or meaning is not sure
    error,    ///< a person must act: something could not be read
};

/// "note", "warning" or "error".
const char* to_string(Severity severity);
/// The severity of that name; throws std::invalid_argument for any other word.
Severity severity_from_string(const std::string& name);

/// One thing for a person to look at. `code` is a stable word such as "row.cell-missing"; `message` says what was
/// read and why it is doubtful, `hint` what to do. `record` and `field` are empty where no single one is meant.
struct Finding {
    std::string code;
    Severity severity = Severity::warning;
    std::string record;
    std::string field;
    std::string message;
    std::string hint;
    SourcePosition source;

    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

/// Thrown when a whole input, mapping or output cannot be used. Everything smaller is a Finding and work goes on.
class Error : public std::runtime_error {
  public:
    explicit Error(Finding finding);
    const Finding& finding() const { return finding_; }

  private:
    Finding finding_;
};

}  // namespace torimatome
