// Another program run by this one, under a time limit.
#pragma once

#include <string>
#include <vector>

namespace torimatome::parsers {

/// The full path of `program` on the PATH; empty where it is not installed.
std::string find_program(const std::string& program);

/// Runs `arguments` (the first is the program's path) with nothing on its standard input and its outputs thrown away,
/// and waits. True where it ended with status 0 within `seconds`; it and its children are ended after that.
bool run_program(const std::vector<std::string>& arguments, int seconds);

}  // namespace torimatome::parsers
