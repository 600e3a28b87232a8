// A printed table of marked texts: 新旧対照表, 見え消し, 溶け込み.
#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"
#include "writers/consolidated_workbook.hpp"
#include "writers/workbook/rich_text.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

struct TextColumn {
    std::string heading;
    double share = 1;     ///< of the page's width
    bool narrow = false;  ///< short words, centred
};

struct TextRow {
    bool section = false;                      ///< one cell over all columns
    std::vector<std::vector<RichPart>> cells;  ///< by column; font styles are made with `part`
};

/// Writes the title, the legend line, the headings and rows on pages of `paper`, and gives the row (1-based) at which
/// each row stands. Rows that are higher than Excel allows go on over several, joined.
class TextTable {
  public:
    TextTable(Workbook& workbook, const Sheet& sheet, Paper paper, std::vector<TextColumn> columns);

    void write_head(const std::string& title, const std::string& legend);
    /// The 1-based row of the sheet where it starts. `formatted` is set to false where a cell could not be marked.
    int add(const TextRow& row, bool& formatted);
    void finish();

    /// A part in the table's text style, underlined or struck.
    RichPart part(const std::string& text, bool underline, bool struck = false) const;

  private:
    CellStyle cell_style(std::size_t column) const;
    void write_cell(lxw_row_t first, lxw_row_t last, std::size_t column, const std::vector<RichPart>& parts,
                    bool& formatted);

    Workbook& workbook_;
    const Sheet& sheet_;
    std::vector<TextColumn> columns_;
    std::vector<int> pixels_;
    double text_size_;
    double title_size_;
    lxw_row_t header_ = 0;
    lxw_row_t row_ = 0;
};

}  // namespace torimatome::writers
