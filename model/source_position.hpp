// Where in an input something stands, in the words that a user sees on the screen.
#pragma once

#include <optional>
#include <string>

namespace torimatome {

/// A rectangle on a page, in points from the page's top left corner.
struct Box {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;

    friend bool operator==(const Box&, const Box&) = default;
};

/// A place in an input. All counts are 1-based; 0 or an empty string means "not given".
/// Workbooks give `sheet` and `cell`, PDFs `page` and `box`, text and CSV `line`.
struct SourcePosition {
    std::string file;   ///< name of the input, set only where a document was made from several inputs
    std::string sheet;  ///< sheet name
    std::string cell;   ///< cell address such as "C12"
    int page = 0;
    std::optional<Box> box;  ///< as a viewer shows the page
    int turned = 0;          ///< by how many quarters clockwise the page has to be turned for its text to stand upright
    int line = 0;

    friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

/// The spreadsheet address of a cell: (12, 3) gives "C12". Row and column are 1-based.
std::string cell_address(int row, int column);

/// Reads an address such as "C12" or "$C$12"; empty when it is none (row ≤ 1,048,576, column ≤ 16,384).
struct CellCoordinates {
    int row = 0;
    int column = 0;

    friend bool operator==(const CellCoordinates&, const CellCoordinates&) = default;
};
std::optional<CellCoordinates> parse_cell_address(std::string_view address);

/// How far below the start of its page's text a box begins, when the page is turned so that its text stands upright:
/// lower numbers are read first. Only comparable within a page; 0 without a box.
double reading_depth(const SourcePosition& position);

/// The position as one short text for messages: `シート「名」C12`, `p.3`, `file:12`; empty when nothing is given.
std::string describe(const SourcePosition& position);

}  // namespace torimatome
