// Outputs: never half a file.
#pragma once

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <optional>

#include "pipeline/interruption.hpp"

namespace torimatome::pipeline {

/// A file that comes to be when it is complete: written under a temporary (hidden) name in the same folder and renamed
/// by commit(). Without commit(), or where the program is interrupted, nothing is left. A link is followed, and what is
/// no regular file (a pipe, /dev/null) is written to directly.
class OutputFile {
  public:
    /// Throws Error (code "output.failed") where the file cannot be made.
    explicit OutputFile(const std::filesystem::path& path);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    std::ostream& stream() { return stream_; }

    /// Throws Error (code "output.failed") where not everything could be written.
    void commit();

  private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;  ///< empty where the file is written to directly
    std::optional<RemovedWhenInterrupted> removed_when_interrupted_;
    std::ofstream stream_;
};

/// Makes the folder and those above it. Throws Error (code "output.failed").
void make_output_folder(const std::filesystem::path& folder);

/// Hands everything that was written to the standard output to the system. Throws Error (code "output.failed") where
/// that fails (a full disk).
void flush_standard_output();

}  // namespace torimatome::pipeline
