// The INPUT arguments of a command line as a list of single inputs.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace torimatome::pipeline {

struct InputFile {
    std::filesystem::path path;  ///< empty for the standard input
    /// For messages and results: the file name without folders, or with as many folders as tell it from another input
    /// of that file name; "stdin" for the standard input. Always valid UTF-8.
    std::string name;
    std::shared_ptr<const std::string> bytes;  ///< of the standard input and of NDJSON; else null

    friend bool operator==(const InputFile&, const InputFile&) = default;
};

/// The inputs that the arguments name, in their order: a file; a folder, for its files and then its sub-folders in
/// name order; "-" for the standard input, which is read here; NDJSON (.ndjson, .jsonl, or on the standard input) for
/// each of its documents. Within folders hidden files, `~$` files (which Excel
/// makes beside an open workbook), the lists that `distribute` and `check` write there and the remains of Windows are
/// skipped, and so are `output`, which an earlier run may have written there, and `base`, which has another part in the
/// run. Throws Error (code "usage") for a path that is not there, a folder without files, or an input that is the
/// output.
std::vector<InputFile> find_inputs(const std::vector<std::string>& arguments, const std::filesystem::path& output,
                                   const std::filesystem::path& base = {});

/// Names the inputs anew, so that no two have the same name.
void name_inputs(std::vector<InputFile>& inputs);

}  // namespace torimatome::pipeline
