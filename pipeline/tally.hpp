// Counts of what was read.
#pragma once

#include <iosfwd>
#include <string>

#include "model/document.hpp"
#include "model/table.hpp"

namespace torimatome::pipeline {

struct Tally {
    int records = 0;
    int errors = 0;
    int warnings = 0;
    int notes = 0;

    int findings() const { return errors + warnings + notes; }
    /// Whether a person has to look at something.
    bool needs_a_person() const { return errors + warnings > 0; }
    Tally& operator+=(const Tally& other);
    friend bool operator==(const Tally&, const Tally&) = default;
};

Tally tally_of(const Findings& findings);  ///< no records
Tally tally_of(const Document& document);
Tally tally_of(const TableSet& tables);

/// The tally as one line, and back.
void write_tally(const Tally& tally, std::ostream& out);
Tally read_tally(const std::string& line);

}  // namespace torimatome::pipeline
