#include "pipeline/tally.hpp"

#include <ostream>
#include <sstream>

namespace torimatome::pipeline {

Tally tally_of(const Findings& findings) {
    Tally tally;
    for (const Finding& finding : findings) {
        switch (finding.severity) {
            case Severity::error: ++tally.errors; break;
            case Severity::warning: ++tally.warnings; break;
            case Severity::note: ++tally.notes; break;
        }
    }
    return tally;
}

Tally& Tally::operator+=(const Tally& other) {
    records += other.records;
    errors += other.errors;
    warnings += other.warnings;
    notes += other.notes;
    return *this;
}

Tally tally_of(const Document& document) {
    Tally tally = tally_of(document.findings);
    tally.records = static_cast<int>(document.records.size());
    return tally;
}

Tally tally_of(const TableSet& tables) { return tally_of(tables.findings); }

void write_tally(const Tally& tally, std::ostream& out) {
    out << tally.records << ' ' << tally.errors << ' ' << tally.warnings << ' ' << tally.notes << '\n';
}

Tally read_tally(const std::string& line) {
    std::istringstream in(line);
    Tally tally;
    in >> tally.records >> tally.errors >> tally.warnings >> tally.notes;
    return tally;
}

}  // namespace torimatome::pipeline
