// What came in (提出物): one entry an input of a consolidation, whatever became of it.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"

namespace torimatome {

enum class SubmissionState {
    taken,       ///< read, and its records are in the result
    identical,   ///< the same bytes or the same records as another input; not counted twice
    superseded,  ///< an older version of another input
    unreadable,  ///< could not be read
    missing,     ///< nobody sent it: a department of the roster without an input
};

struct Submission {
    Source source;
    std::vector<std::string> departments;  ///< the departments that its records name, as written, without doubles
    std::string sender;                    ///< the department that sent it, where that is known
    int records = 0;
    int findings = 0;
    SubmissionState state = SubmissionState::taken;
    std::string remark;  ///< why, in the user's language, where the state is not `taken`

    friend bool operator==(const Submission&, const Submission&) = default;
};

}  // namespace torimatome
