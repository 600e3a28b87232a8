// How high rows must be so that no text is cut (Excel fits no row to merged cells), and where pages should end.
#pragma once

#include <string_view>
#include <vector>

namespace torimatome::writers {

/// The height in points of `text` in a cell whose lines hold `half_widths` half-width characters of `size` points.
/// Lines are counted as 1.45 times the font size, which the tallest of the usual stand-ins for ＭＳ 明朝 takes (Noto
/// Sans CJK; ＭＳ 明朝 itself takes 1.25), and texts of more than five lines get room to spare, because
/// screens and printers break lines differently. At least one line.
double text_height(std::string_view text, int half_widths, double size);

/// The width of the longest line of `text` in half-width characters, with room for the wider Latin letters of
/// stand-in fonts.
double roomy_width(std::string_view text);

/// `height` as Excel keeps it: whole pixels, 0.75 pt each, rounded up.
double whole_pixels(double height);

/// What one cell of a table needs: it spans the records first..last (0-based).
struct CellNeed {
    int first = 0;
    int last = 0;
    double height = 0;
};

struct PageRoom {
    double first = 0;   ///< room for records on the first page
    double others = 0;  ///< and on every other page
};

struct RowPlan {
    std::vector<double> heights;   ///< of each record, in points
    std::vector<int> page_starts;  ///< the records that start a page, without record 0
    std::vector<int> over_page;    ///< the records that are taller than a page: they flow on
};

/// Gives each of `records` its height and sets the page breaks between them. A cell that spans records and needs more
/// than they give has the rest added to its last record, or to its last record on the page where it begins, so that its
/// text stands whole on one page.
RowPlan plan_rows(const std::vector<CellNeed>& needs, int records, double least, const PageRoom& room);

}  // namespace torimatome::writers
