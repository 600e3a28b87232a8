// The workbook part: which sheets there are, in which order, and what holds for all of them.
#pragma once

#include <string>
#include <vector>

#include "parsers/xlsx/package.hpp"
#include "parsers/xlsx/relationships.hpp"

namespace torimatome::parsers::xlsx {

struct SheetEntry {
    std::string name;
    std::string part;      ///< "" where the workbook names a sheet that is not there
    std::string kind;      ///< "worksheet", "chartsheet", "dialogsheet", …
    bool hidden = false;   ///< hidden or veryHidden
    bool derived = false;  ///< carries the local name `torimatome.derived`
};

struct Workbook {
    std::vector<SheetEntry> sheets;
    std::vector<Relationship> relationships;
    bool date1904 = false;
    std::string saved_on;  ///< ISO date of the last change, from the document properties; empty where not given
};

/// Reads the workbook part that the package points to. Throws Error: "input.not-a-workbook" for any other zip file
/// (with what it is, where that is known), "part.damaged" where it cannot be read.
Workbook read_workbook(Package& package);

}  // namespace torimatome::parsers::xlsx
