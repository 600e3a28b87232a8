// An xlsx file under construction: its sheets, its formats, its properties. The only owner of libxlsxwriter's book.
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "model/fiscal_year.hpp"
#include "writers/workbook/cell_style.hpp"

namespace torimatome::writers {

struct Sheet {
    lxw_worksheet* handle = nullptr;
    std::string name;
};

/// Widths in a workbook of ours. Column widths count characters of the Normal font, and every program takes its own
/// measure of that font; Courier New 9 pt is monospaced, 7 pixels on a screen and 5.4 pt on paper for every program
/// and for its usual stand-ins (Liberation Mono, DejaVu Sans Mono). The usual Calibri comes out a quarter wider
/// where it is missing, and then the page shrinks.
inline constexpr const char* kNormalFont = "Courier New";
inline constexpr double kNormalSize = 9;
inline constexpr double kPixelsPerUnit = 7;         ///< of column width, on a screen of 96 dpi
inline constexpr double kPaperPointsPerUnit = 5.4;  ///< of column width, on paper
inline constexpr double kPixelPoints = 0.75;

class Workbook {
  public:
    /// Nothing is written to `file` before `close`. `created` goes into the properties; the clock never does.
    Workbook(const std::filesystem::path& file, const std::string& title, const Date& created);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// A new sheet at the end. Its name is made from `wanted`; see unique_sheet_name.
    Sheet add_sheet(const std::string& wanted);
    /// Marks a sheet as derived from others: it is left out when the workbook is read back.
    void mark_derived(const Sheet& sheet);
    /// The format for `style`; made once, the same pointer ever after.
    lxw_format* format(const CellStyle& style);
    lxw_chart* add_chart(lxw_chart_type type);
    /// Writes the file; throws Error "output.failed". To be called once.
    void close();

  private:
    lxw_workbook* book_ = nullptr;
    std::set<std::string> sheet_names_;
    std::map<CellStyle, lxw_format*> formats_;
};

}  // namespace torimatome::writers
