// Runs the program as a user does.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace torimatome {

/// What one run of the program wrote and returned. `status` is −1 where it was ended by a signal.
struct ProgramRun {
    int status = -1;
    std::string output;
    std::string errors;
};

struct RunSetup {
    std::string folder;                              ///< where it is run; empty: here
    std::string input;                               ///< its standard input
    std::map<std::string, std::string> environment;  ///< all that it has, besides a Japanese locale
};

ProgramRun run_program(const std::vector<std::string>& arguments, const RunSetup& setup = {});

}  // namespace torimatome
