// The order of paths (section, item mark, policy mark) by their numbers.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::pipeline {

/// The numbers of a path: the section's place and the numbers of the marks. A mark that the record has not is 0, one
/// that is no mark of the form's style comes last.
struct PathNumbers {
    std::size_t section = 0;
    std::vector<int> marks;

    /// Whether the record has all the marks of its form.
    bool complete() const;
    friend auto operator<=>(const PathNumbers&, const PathNumbers&) = default;
};

PathNumbers path_numbers(const Record& record, const std::vector<Section>& sections, const Form& form);

}  // namespace torimatome::pipeline
