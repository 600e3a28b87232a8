// Shapes, pictures and charts that lie over a sheet (DrawingML).
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "model/table.hpp"
#include "parsers/xlsx/sheet_findings.hpp"

namespace torimatome::parsers::xlsx {

/// Reports what the drawing's root element holds, see read_notes. Shapes of form controls are left to
/// read_form_controls.
void read_drawing(pugi::xml_node root, SheetFindings& findings, std::vector<LooseText>& loose);

}  // namespace torimatome::parsers::xlsx
