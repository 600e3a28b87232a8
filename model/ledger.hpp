// The account of an input's characters: where each of them went, so that nothing is lost.
#pragma once

#include <cstddef>

namespace torimatome {

/// Counts of non-space characters of one input. `total` is counted on what the reader gave, the others where each text
/// was used, so that the two can be held against each other.
struct Ledger {
    std::size_t total = 0;
    std::size_t records = 0;    ///< in fields of records (each cell once, however many rows it spans)
    std::size_t headings = 0;   ///< title, label, section headings and items, table headings
    std::size_t furniture = 0;  ///< repeated titles and headings, legends, page numbers
    std::size_t unplaced = 0;
    /// Not in `total`: hidden cells and sheets, sheets derived from others, tags of extracted text.
    std::size_t left_out = 0;

    bool balanced() const { return total == records + headings + furniture + unplaced; }
    friend bool operator==(const Ledger&, const Ledger&) = default;
};

}  // namespace torimatome
