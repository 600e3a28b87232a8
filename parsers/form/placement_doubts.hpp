// Doubts about where the cells of a row of extracted text were placed: lost, moved, or likely another field's.
#pragma once

#include <string>
#include <vector>

#include "parsers/form/header.hpp"
#include "parsers/form/row_placement.hpp"
#include "parsers/form/row_reading.hpp"

namespace torimatome::parsers {

/// The slots of a header's columns, from left to right. Points into the header.
struct LooseLayout {
    std::vector<Slot> slots;
    std::vector<const LaidColumn*> columns;  ///< by Slot::column
};

LooseLayout make_layout(const Header& header);

/// The heading of the slot's column; below 0 the words for a text that is in no field.
std::string slot_heading(const LooseLayout& layout, int slot);

/// Adds what is doubtful of the placement of `cells` (their texts): "row.cell-missing", "row.cell-shifted",
/// "row.ambiguous", "row.cell-doubtful".
void report_placement_doubts(const RowPlacement& placement, const LooseLayout& layout,
                             const std::vector<std::string>& cells, const AffinityContext& context,
                             std::vector<RowDoubt>& doubts);

/// Reports that spaces stand within a cell's text as between columns: a tab may have become spaces.
void report_gap(const std::string& text, const std::string& field, std::vector<RowDoubt>& doubts);

}  // namespace torimatome::parsers
