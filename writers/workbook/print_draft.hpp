// A printed table before it is written: its cells, how high its rows are, where its pages end.
#pragma once

#include <vector>

#include "model/document.hpp"
#include "writers/workbook/print_layout.hpp"
#include "writers/workbook/row_plan.hpp"

namespace torimatome::writers {

/// One cell of the printed table. It spans the records first..last of its sheet (0-based): a field that is inherited
/// is the cell above, going on.
struct PrintCell {
    std::size_t column = 0;
    int first = 0;
    int last = 0;
    const Field* field = nullptr;  ///< of the first record; null where it gives none
    double size = 0;               ///< of its text, in points

    bool of_one_record() const { return first == last; }
};

/// The cells of `records`, column by column. An inherited field that differs from the text above has a cell of its
/// own, so that nothing is lost.
std::vector<PrintCell> print_cells(const std::vector<const Record*>& records, const std::vector<PrintColumn>& columns,
                                   const PrintLayout& layout);

struct PrintDraft {
    std::vector<PrintCell> cells;
    RowPlan plan;
};

/// Lays the records out on pages with `room`. A cell that alone makes its record taller than a page gets smaller type
/// where that brings it onto one (down to `layout.least_text_size`).
PrintDraft draft_table(const std::vector<const Record*>& records, const std::vector<PrintColumn>& columns,
                       const PrintLayout& layout, const PageRoom& room);

}  // namespace torimatome::writers
