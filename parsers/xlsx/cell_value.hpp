// One `<c>` element to the text that its cell shows.
#pragma once

#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/table.hpp"
#include "parsers/read_options.hpp"
#include "parsers/xlsx/shared_strings.hpp"
#include "parsers/xlsx/sheet_findings.hpp"
#include "parsers/xlsx/styles.hpp"

namespace torimatome::parsers::xlsx {

enum class CellType { number, shared_text, inline_text, formula_text, boolean, error, iso_date };

/// A cell as the file has it. The views point into the sheet's XML.
struct RawCell {
    int row = 0;
    int column = 0;
    std::size_t style = 0;
    CellType type = CellType::number;
    pugi::xml_node value;        ///< `<v>`
    pugi::xml_node formula;      ///< `<f>`
    pugi::xml_node inline_text;  ///< `<is>`
};

struct ShownCell {
    std::shared_ptr<const CellText> content;  ///< null where the cell shows nothing and hides nothing
    bool invisible = false;                   ///< by its number format, or in the colour of its background
    bool broken = false;                      ///< has characters that could not be read
};

/// What all sheets of a workbook need to show their cells.
struct CellContext {
    SharedStrings strings;
    Styles styles;
    bool date1904 = false;
    StruckText struck = StruckText::drop;
    /// Shared strings in cells whose style changes them, by string and style: large sheets repeat them too.
    std::unordered_map<std::uint64_t, ShownCell> restyled;
};

/// What the cell shows. Findings: "cell.error", "cell.formula-without-value", "cell.string-missing",
/// "cell.fiscal-year", "cell.struck",
/// "cell.broken-text".
ShownCell show_cell(const RawCell& cell, CellContext& context, SheetFindings& findings);

}  // namespace torimatome::parsers::xlsx
