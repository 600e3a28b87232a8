// The zip container of a workbook, read from memory under limits. The only file pair that calls libzip.
#pragma once

#include <zip.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "parsers/read_options.hpp"
#include "parsers/xlsx/inflater.hpp"

namespace torimatome::parsers::xlsx {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* file) const;
};

struct Package {
    std::unique_ptr<zip_t, CloseArchive> archive;
    std::unordered_map<std::string, zip_uint64_t> entries;  ///< by part key, see has_part
    ReadLimits limits;
    std::uint64_t inflated = 0;  ///< bytes of all parts that were read so far
};

/// A part that is being read.
struct PartReader {
    std::unique_ptr<zip_file_t, CloseEntry> file;
    std::unique_ptr<Inflater> inflater;  ///< for deflated parts, whose `file` gives the packed bytes
    Package* package = nullptr;
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t inflated = 0;
    zip_stat_t stat;  ///< what the zip file's directory says of it
};

/// Opens the zip file that `bytes` are; they must outlive the package. Throws Error where they are none
/// ("input.truncated"), an entry is encrypted ("input.encrypted") or there are too many ("input.too-large").
Package open_package(std::string_view bytes, const ReadLimits& limits);

/// Whether the package has the part. Names are compared as Office does: without regard to case, a leading slash or
/// the kind of slash.
bool has_part(const Package& package, std::string_view name);

/// How large a part says it is, inflated; 0 where it does not say. Only good for guesses: files may lie.
std::uint64_t claimed_size(const Package& package, std::string_view name);

/// Starts reading a part; empty where there is none. Throws Error ("part.damaged") where it cannot be opened.
std::optional<PartReader> open_part(Package& package, std::string_view name);

/// Reads up to `size` bytes; 0 at the end. Throws Error: "part.damaged" where the data are broken, "input.too-large"
/// where a limit is passed.
std::size_t read_some(PartReader& part, char* buffer, std::size_t size);

/// The error for a part that cannot be read.
[[noreturn]] void throw_damaged(const std::string& part, const std::string& reason);

/// The error for a workbook beyond a limit.
[[noreturn]] void throw_too_large(const std::string& japanese, const std::string& english);

}  // namespace torimatome::parsers::xlsx
