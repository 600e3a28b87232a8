// What a table of a PDF holds, as lines that a test can compare.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"

namespace torimatome::tests {

/// Each cell as "row,column text", with " +rows×columns" (an x between them) where it spans.
inline std::vector<std::string> cells(const Table& table) {
    std::vector<std::string> lines;
    for (const Cell& cell : table.cells) {
        std::string line = std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + cell.text();
        if (cell.row_span > 1 || cell.column_span > 1) {
            line += " +" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
        }
        lines.push_back(line);
    }
    return lines;
}

/// The codes of the findings, in their order.
inline std::vector<std::string> codes(const TableSet& set) {
    std::vector<std::string> result;
    for (const Finding& finding : set.findings) result.push_back(finding.code);
    return result;
}

}  // namespace torimatome::tests
