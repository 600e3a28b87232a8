// Cells that nobody sees: in hidden rows, columns and sheets, or shown in no visible way.
#pragma once

#include <cstddef>
#include <vector>

#include "model/table.hpp"
#include "parsers/xlsx/sheet_findings.hpp"

namespace torimatome::parsers::xlsx {

/// The hidden rows and columns of a sheet; place 0 stands for nothing.
struct HiddenLines {
    std::vector<bool> rows;
    std::vector<bool> columns;
    bool any_cell = false;  ///< some cell is invisible by itself
};

/// Notes row or column `number` as hidden.
void hide_line(std::vector<bool>& lines, int number);

/// Flags the cells of `table` whose rows or columns are all hidden, and all where the sheet is hidden (invisible cells
/// are flagged before). One finding "cell.hidden" tells how many there are within the
/// table's rows and columns.
void flag_hidden_cells(const HiddenLines& lines, Table& table, SheetFindings& findings);

}  // namespace torimatome::parsers::xlsx
