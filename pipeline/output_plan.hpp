// Which output belongs to which input.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/inputs.hpp"

namespace torimatome::pipeline {

/// Where the results go. Either all into one (`single`, empty for the standard output), or each into a file of its own
/// (`files`, one an input).
struct OutputPlan {
    bool one_file_each = false;
    std::filesystem::path single;
    std::filesystem::path folder;
    std::vector<std::filesystem::path> files;

    friend bool operator==(const OutputPlan&, const OutputPlan&) = default;
};

/// Reads the argument of -o: empty or "-" is the standard output, an existing folder or a name that ends in "/" is a
/// folder, anything else a file. In a folder each input gives a file of its name with `extension` (".json"); names that
/// clash get a number. `lines` says whether several results can follow each other in one output (NDJSON). Throws Error
/// (code "usage") where several inputs would go into one file that cannot hold them, or an output would overwrite an
/// input.
OutputPlan plan_outputs(const std::string& argument, const std::vector<InputFile>& inputs, const std::string& extension,
                        bool lines);

}  // namespace torimatome::pipeline
