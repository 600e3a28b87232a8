// What stands above the table of a print sheet: label, title, the section's box, the legend, the column headings.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/print_section.hpp"
#include "writers/workbook/sheet_cells.hpp"

namespace torimatome::writers {

struct PrintFrame {
    lxw_row_t header_row = 0;  ///< the row of the column headings; the records start below it
    double header_height = 0;  ///< points
    double height = 0;         ///< of all rows down to the column headings, these included
};

/// Writes the rows above the table. Nothing is written for what the document or the form does not give.
PrintFrame write_frame(Workbook& workbook, const Sheet& sheet, const Document& document, const Form& form,
                       const PrintSection& section, const std::vector<PrintColumn>& columns, const PrintLayout& layout);

}  // namespace torimatome::writers
