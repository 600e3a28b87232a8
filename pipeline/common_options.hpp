// The options that every command that reads inputs has.
#pragma once

#include <filesystem>
#include <vector>

#include "model/form.hpp"
#include "pipeline/command.hpp"
#include "pipeline/convert.hpp"
#include "pipeline/worker_pool.hpp"

namespace torimatome::pipeline {

/// `own` and behind them the common options.
std::vector<OptionSpec> with_common_options(std::vector<OptionSpec> own);

struct CommonOptions {
    std::filesystem::path mappings;
    ReadSettings reading;
    PoolOptions pool;
    bool strict = false;
    bool quiet = false;
};

/// Throws Error (code "usage") for a --jobs that is no number from 1 to 256.
CommonOptions common_options(const Arguments& arguments);

/// The option --lang and --help, for commands that read no inputs.
OptionSpec language_option();
OptionSpec help_option();
OptionSpec mappings_option();

/// The folder of mappings to use: `argument` (of --mappings) where it is given, else the one beside an installed
/// program (PREFIX/bin/torimatome and PREFIX/share/torimatome/mappings), else the one of the source tree, else the one
/// of the prefix that the program was built for.
std::filesystem::path mappings_folder(const std::string& argument);

/// Loads the mappings. Throws Error for a mapping that does not hold, and (code "usage") where there is no form `form`.
Mappings load_mappings_for(const std::filesystem::path& folder, const std::string& form);

}  // namespace torimatome::pipeline
