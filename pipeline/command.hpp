// What a command of the program is: its name, its help, its options and the function that does it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace torimatome::pipeline {

/// A text in both languages, as a constant of the program.
struct Text {
    const char* japanese = "";
    const char* english = "";

    std::string in_user_language() const;
};

struct OptionSpec {
    const char* name = "";        ///< "output": written --output
    char letter = 0;              ///< 'o': also written -o; 0 for none
    const char* value = nullptr;  ///< what follows it, as help shows it: "FILE"; null for a flag
    Text help;
    std::vector<std::string> choices = {};  ///< the values that it can have; empty: any
};

/// The arguments of one run of a command.
struct Arguments {
    std::vector<std::string> positional;
    std::map<std::string, std::string> values;  ///< by option name
    std::set<std::string> flags;

    bool has(const std::string& flag) const { return flags.contains(flag); }
    /// The value of an option; `fallback` where it was not given.
    std::string value(const std::string& option, const std::string& fallback = {}) const;
};

/// What the program tells its caller; see DESIGN.md, Commands.
enum class ExitStatus {
    done = 0,
    usage = 1,             ///< usage or mapping error, or the output could not be written
    unreadable_input = 2,  ///< some input could not be read; all others were
    findings = 3,          ///< done, with findings that need a person (`check` and --strict)
};

struct Command {
    const char* name = "";
    const char* usage = "";  ///< what follows the name: "INPUT... [-o FILE]"
    Text summary;            ///< one line
    Text details;            ///< some lines; may be empty
    std::vector<OptionSpec> options;
    const char* example = "";
    ExitStatus (*run)(const Arguments&) = nullptr;  ///< null where the command comes with a later version
};

/// Reads the words behind the command's name. Throws Error (code "usage") for an unknown option, a missing value, a
/// value that is none of the option's choices, or an option given twice.
Arguments parse_arguments(const Command& command, const std::vector<std::string>& words);

/// The command's help, in the user's language.
std::string help_text(const Command& command);

}  // namespace torimatome::pipeline
