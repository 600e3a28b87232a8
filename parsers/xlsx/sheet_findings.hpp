// The findings of one sheet, with an end to how often one kind is told.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "model/finding.hpp"

namespace torimatome::parsers::xlsx {

struct SheetFindings {
    std::string sheet;
    Findings list;
    std::map<std::string, std::size_t> counts;  ///< by code
};

inline constexpr std::size_t kFindingsOfAKind = 50;
/// For findings that are the only place where an author's text is kept.
inline constexpr std::size_t kFindingsWithText = 1000;

struct CellFinding {
    const char* code = "";
    Severity severity = Severity::warning;
    int row = 0;  ///< 0 for the whole sheet
    int column = 0;
    std::string message;
    std::string hint;
};

/// Adds `finding`; from the `most`-th of its code on it is only counted.
void add_finding(SheetFindings& findings, CellFinding finding, std::size_t most = kFindingsOfAKind);

/// Whether the next finding of that code would still be told, so that its message is worth making.
bool has_room(const SheetFindings& findings, const char* code, std::size_t most = kFindingsOfAKind);

/// Moves everything to `all`, with one finding each for the codes that were cut short.
void finish(SheetFindings& findings, Findings& all);

}  // namespace torimatome::parsers::xlsx
