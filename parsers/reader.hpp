// Any input to its tables: the kind of file is found from its first bytes, never from its name.
#pragma once

#include <string>
#include <string_view>

#include "model/table.hpp"
#include "parsers/read_options.hpp"

namespace torimatome::parsers {

/// One input in memory. `name` is the file name without folders, as messages show it.
struct Input {
    std::string name;
    std::string_view bytes;
};

/// Reads the tables of `input`. Throws Error where it is of no kind that can be read (encrypted, an old .xls, an
/// image, empty, cut off), with a message of its own for each case; everything smaller is a finding of the result.
TableSet read_tables(const Input& input, const ReadOptions& options);

/// SHA-256 of `bytes` in lower-case hex.
std::string sha256_hex(std::string_view bytes);

}  // namespace torimatome::parsers
