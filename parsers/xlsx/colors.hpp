// Colours of a workbook as "RRGGBB": written out, from the palette, or from the theme.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace torimatome::parsers::xlsx {

struct Palette {
    std::vector<std::string> theme;    ///< by theme index (0 is the background, 1 the text)
    std::vector<std::string> indexed;  ///< the workbook's own palette; empty for the standard one
};

/// The colours of Office's own theme, for workbooks without one.
Palette standard_palette();

/// Takes the colours of theme1.xml's root element.
void read_theme_colors(pugi::xml_node theme, Palette& palette);

/// Takes `<colors><indexedColors>` of the styles, where a workbook has its own.
void read_indexed_colors(pugi::xml_node style_sheet, Palette& palette);

/// The colour that a `<color>`, `<fgColor>` … element names; "" for the automatic one and where there is none.
std::string color_of(pugi::xml_node color, const Palette& palette);

}  // namespace torimatome::parsers::xlsx
