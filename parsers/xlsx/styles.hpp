// What the style of a cell says that matters to a reader: number format, font, borders, and whether text can be seen.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "parsers/xlsx/colors.hpp"
#include "parsers/xlsx/number_format.hpp"
#include "parsers/xlsx/package.hpp"

namespace torimatome::parsers::xlsx {

/// The look of a font. Black counts as the automatic colour.
struct Font {
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool struck = false;
    std::string color;  ///< "RRGGBB", empty for the automatic colour

    bool plain() const { return !bold && !italic && !underline && !struck && color.empty(); }
    friend bool operator==(const Font&, const Font&) = default;
};

/// A cell style, with its format and font as places in Styles.
struct CellStyle {
    std::size_t format = 0;
    std::size_t font = 0;
    bool top_border = false;
    bool bottom_border = false;
    bool any_border = false;
    bool plain_look = true;  ///< the font is plain and can be seen
    bool plain_text = true;  ///< a text in such a cell looks as it is: plain font, nothing around it, not hidden
    std::string background = "FFFFFF";  ///< colour behind the text; empty where a pattern or gradient makes it unsure
};

struct Styles {
    std::vector<NumberFormat> formats;
    std::vector<Font> fonts;
    std::vector<CellStyle> cells;  ///< by the `s` of a cell; at least one
    Palette palette;
    bool any_border = false;  ///< any style has a border

    /// The style of that number; the default style where there is none.
    const CellStyle& cell(std::size_t number) const { return cells[number < cells.size() ? number : 0]; }
};

/// Styles of a workbook that says nothing.
Styles default_styles();

/// Reads the root element of styles.xml.
Styles read_styles(pugi::xml_node style_sheet, Palette palette);

/// Reads `<font>` or `<rPr>`.
Font read_font(pugi::xml_node font, const Palette& palette);

}  // namespace torimatome::parsers::xlsx
