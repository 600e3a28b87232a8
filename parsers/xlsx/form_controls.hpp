// Check boxes, option buttons and the like (form controls, which Excel keeps as VML).
#pragma once

#include <pugixml.hpp>

#include "parsers/xlsx/sheet_findings.hpp"

namespace torimatome::parsers::xlsx {

/// Reports each control of a VML drawing as "sheet.control", with its label, its state and its linked cell. The boxes
/// of comments are VML, too, and are passed over.
void read_form_controls(pugi::xml_node root, SheetFindings& findings);

}  // namespace torimatome::parsers::xlsx
