// An answer that may be large: its first part in memory, the rest in a nameless temporary file.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace torimatome::pipeline {

class Spool {
  public:
    /// `memory_bytes` is how much is kept in memory.
    explicit Spool(std::size_t memory_bytes = 8U << 20) : memory_bytes_(memory_bytes) {}
    Spool(Spool&& other) noexcept;
    Spool& operator=(Spool&& other) noexcept;
    ~Spool();

    /// Throws Error (code "output.failed") where the temporary file cannot be made or is full.
    void append(std::string_view bytes);

    /// Appends what stands in `file`, which becomes the spool's own. Throws Error (code "output.failed") where the file
    /// cannot be read.
    void append_file(int file);

    std::uint64_t size() const { return head_.size() + file_bytes_; }

    /// Takes the first line off, without its line end; the line must lie within the part in memory.
    std::string take_line();

    /// Everything, as one text.
    std::string text() const;

    /// Writes everything to `out`, whose state the caller checks.
    void copy_to(std::ostream& out) const;

  private:
    std::size_t memory_bytes_;
    std::string head_;
    int file_ = -1;
    std::uint64_t file_bytes_ = 0;
};

/// Makes a file without a name in the folder for temporary files (TMPDIR), open for reading and writing; it is gone
/// when it is closed. Throws Error (code "output.failed").
int open_nameless_file();

/// Writes all of `bytes` to `file`. Throws Error (code "output.failed") where they do not fit.
void write_all(int file, std::string_view bytes);

}  // namespace torimatome::pipeline
