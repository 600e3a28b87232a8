// The strings of a workbook: plain, or made of runs with fonts of their own, never with their phonetic guides.
#pragma once

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "model/table.hpp"
#include "parsers/read_options.hpp"
#include "parsers/xlsx/styles.hpp"

namespace torimatome::parsers::xlsx {

struct RichRun {
    std::string text;
    std::optional<Font> font;  ///< empty where the run has the cell's font
};

using RichText = std::vector<RichRun>;

/// Reads `<si>`, `<is>` or a comment's `<text>`: its `t` and `r`, without `rPh`.
/// `broken`: see clean_text.
RichText read_rich_text(pugi::xml_node item, const Palette& palette, bool* broken = nullptr);

/// All text of the runs, struck or not.
std::string all_text(const RichText& text);

/// The cell text that `text` makes in a cell of `cell_font`: struck runs apart, or kept if asked. Null where there is
/// neither live nor struck text but white space.
std::shared_ptr<const CellText> make_cell_text(const RichText& text, const Font& cell_font, StruckText struck);

/// Whether no character of `text` can be seen: every one has the colour of the background.
bool is_invisible(const RichText& text, const Font& cell_font, const std::string& background);

}  // namespace torimatome::parsers::xlsx
