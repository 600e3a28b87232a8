// The program: its words to run_command_line (pipeline/command_line.hpp), which has the table of commands.
#include <string>
#include <vector>

#include "pipeline/command_line.hpp"

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    return torimatome::pipeline::run_command_line(arguments);
}
