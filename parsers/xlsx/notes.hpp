// What is written on a sheet outside its cells: comments, shapes with text, check boxes, pictures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/table.hpp"
#include "parsers/xlsx/package.hpp"
#include "parsers/xlsx/sheet_findings.hpp"

namespace torimatome::parsers::xlsx {

/// Reads the parts that the sheet's part refers to. Comments (also threaded ones) become findings "cell.comment" with
/// their text; text boxes and shapes become loose text and findings "sheet.shape-text"; shapes without text, which may
/// ring an answer, "sheet.shape"; check boxes and other form controls "sheet.control"; pictures, charts and diagrams
/// one "sheet.picture". A part that cannot be read becomes a finding "sheet.notes-damaged".
void read_notes(Package& package, std::string_view sheet_part, SheetFindings& findings, std::vector<LooseText>& loose);

}  // namespace torimatome::parsers::xlsx
