// Deflated data to what they were. ISA-L inflates about twice as fast as zlib, which libzip would use, and inflating is
// a good part of reading a workbook.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

struct inflate_state;

namespace torimatome::parsers::xlsx {

/// Reads up to a number of packed bytes; 0 at their end.
using ReadPacked = std::function<std::size_t(char* buffer, std::size_t size)>;

class Inflater {
  public:
    Inflater();

    /// Gives up to `size` bytes, none at the end; empty where the packed bytes are no deflated data or end too early.
    std::optional<std::size_t> read(char* buffer, std::size_t size, const ReadPacked& read_packed);

    /// CRC-32 of all bytes given so far.
    std::uint32_t checksum() const { return checksum_; }

  private:
    struct Deleter {
        void operator()(inflate_state* state) const;
    };

    std::unique_ptr<inflate_state, Deleter> state_;
    std::unique_ptr<char[]> packed_;
    std::uint32_t checksum_ = 0;
};

}  // namespace torimatome::parsers::xlsx
