// What an action throws, as one text to compare.
#pragma once

#include <string>

#include "model/finding.hpp"

namespace torimatome {

/// 「code|file|message|hint」 of the Error that `action` throws; "nothing" where it throws none.
template <typename Action>
std::string thrown_error(const Action& action) {
    try {
        action();
    } catch (const Error& error) {
        const Finding& finding = error.finding();
        return finding.code + "|" + finding.source.file + "|" + finding.message + "|" + finding.hint;
    }
    return "nothing";
}

}  // namespace torimatome
