// The sheets that a city prints and publishes: one a section, with its box, the legend and the table.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/print_section.hpp"
#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Where each record is printed, by its id, as links name it: "'提言1'!A12".
using RecordPlaces = std::unordered_map<std::string, std::string>;

/// Paper and columns, the same for every section, so that all sheets of a document look alike.
struct PrintPage {
    PrintLayout layout;
    std::vector<PrintColumn> columns;
};
PrintPage print_page(const ConsolidatedWorkbook& book);

/// Writes the records of `section` to `sheet` and adds their places to `places`. Findings tell what could not be
/// written as it was.
void write_print_sheet(Workbook& workbook, const Sheet& sheet, const ConsolidatedWorkbook& book, const PrintPage& page,
                       const PrintSection& section, RecordPlaces& places, Findings& findings);

}  // namespace torimatome::writers
