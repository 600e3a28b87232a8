// A flat list: one header row, one entry a row, no merges, filter and frozen header. For people to sort and for
// programs to read (総務省「機械判読可能なデータの表記方法の統一ルール」).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

struct ListColumn {
    std::string heading;
    enum class Kind {
        text,    ///< wraps
        code,    ///< short, centred
        number,  ///< right-aligned
    };
    Kind kind = Kind::text;
    double width = 10;  ///< in half-width characters; no heading or entry is cut, rows grow instead
};

/// Raises `column.width` until `text` fits the height that Excel allows for a row; the widest column holds some 4,000
/// characters.
void widen_for_height(ListColumn& column, std::string_view text);

class ListSheet {
  public:
    /// Writes the header row and sets the sheet up.
    ListSheet(Workbook& workbook, Sheet sheet, std::vector<ListColumn> columns);

    /// The entries of a row are given from left to right; a row ends with end_row. Empty text gives an empty cell.
    void add(const std::string& text);
    void add(int number);
    /// With two decimal places.
    void add(double number);
    void add_link(const std::string& target, const std::string& text);
    /// Underlines the parts that `underlined` marks; plain where that is more than a cell holds.
    void add_underlined(const std::vector<std::pair<std::string, bool>>& parts);
    /// False where a text did not fit: longer than a cell holds (its end is left out) or taller than Excel lets a row
    /// be (its end is there but not seen).
    bool end_row();

    /// Whether another row would be one too many for Excel.
    bool full() const;
    /// Sets the filter; to be called once, after the last row.
    void finish();

  private:
    void set_page();
    void add_text(const std::string& text);
    void note_height(const std::string& text);

    Workbook& workbook_;
    Sheet sheet_;
    std::vector<ListColumn> columns_;
    std::vector<lxw_format*> formats_;
    lxw_format* link_format_;
    lxw_format* decimal_format_;
    lxw_row_t row_ = 1;
    std::size_t column_ = 0;
    double height_ = 0;
    bool complete_ = true;
    int links_ = 0;
};

/// Raises `width` (half-width characters) so that the longest line of `text` fits in it, up to `most`.
void widen(double& width, std::string_view text, double most);

}  // namespace torimatome::writers
