// What the fields of a form are for when records are matched.
#pragma once

#include <string>
#include <vector>

#include "model/form.hpp"

namespace torimatome::pipeline {

/// Field ids by their part in matching.
struct FieldRoles {
    std::vector<std::string> path;   ///< marks that name the record's place: ①, ア
    std::vector<std::string> group;  ///< texts that several records share: policy, goal, a measure's name
    std::vector<std::string> own;    ///< texts of the record itself
    std::string plan;                ///< what the next year will do; empty where the form has no such field
    std::string result;              ///< what the year did; empty where the form has no such field
    std::string choice;
    std::string departments;
    std::string date;
};

/// Told by the form: texts that span rows, and names, are shared; a column headed by {next-year} holds the plan, the
/// first headed by {year} the result.
FieldRoles field_roles(const Form& form);

}  // namespace torimatome::pipeline
