// Folders that a command fills with files.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "pipeline/command.hpp"

namespace torimatome::pipeline {

/// The folder of -o, made where it is not there; `example` is for the message. Other files in it stay as they are.
/// Throws Error (code "usage") where -o is missing or names a file.
std::filesystem::path required_output_folder(const Arguments& arguments, const std::string& example);

/// `wanted` as a file name that Windows takes: none of `\ / : * ? " < > |` (their full-width forms instead), no control
/// characters, no dot or space at the ends, at most 80 characters; one that is in `taken` gets 「 (2)」. The result is
/// added to `taken`.
std::string safe_file_name(const std::string& wanted, std::set<std::string>& taken);

}  // namespace torimatome::pipeline
