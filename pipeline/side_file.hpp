// A file that a command needs beside its inputs: a roster, a list of members.
#pragma once

#include <string>

#include "model/table.hpp"

namespace torimatome::pipeline {

/// The tables of the one file that the argument of `option` names. Throws Error (code "usage") where it names none or
/// several files, and the reader's own error where it cannot be read.
TableSet read_side_file(const std::string& argument, const std::string& option);

}  // namespace torimatome::pipeline
