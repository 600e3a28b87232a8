// What a user can ask of every reader, and the limits that protect the program from hostile or broken files.
#pragma once

#include <cstdint>

namespace torimatome::parsers {

enum class HiddenCells { exclude, include };
enum class StruckText { drop, keep };

struct ReadLimits {
    std::uint64_t inflated_bytes = 1ULL << 30;  ///< of one zip entry, inflated
    std::uint64_t total_inflated_bytes = 2ULL << 30;
    double inflate_ratio = 500;  ///< inflated : packed, counted only beyond `ratio_free_bytes`
    std::uint64_t ratio_free_bytes = 64ULL << 20;
    std::uint64_t zip_entries = 20'000;
    std::uint64_t cells = 20'000'000;  ///< with a text or a span
    std::uint64_t merged_ranges = 1'000'000;
};

struct ReadOptions {
    HiddenCells hidden =
        HiddenCells::exclude;  ///< whether hidden cells count when a form is read; readers give both, flagged
    StruckText struck = StruckText::drop;  ///< whether struck-through text stays in the live text
    ReadLimits limits;
};

}  // namespace torimatome::parsers
