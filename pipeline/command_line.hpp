// The command line as a whole: the table of commands, help, version, language, and errors to exit statuses.
#pragma once

#include <string>
#include <vector>

#include "pipeline/command.hpp"

namespace torimatome::pipeline {

/// The commands in the order of the help.
const std::vector<Command>& commands();

/// Runs the program with the words behind its name and gives its exit status. Errors are told on the standard error.
int run_command_line(const std::vector<std::string>& words);

}  // namespace torimatome::pipeline
