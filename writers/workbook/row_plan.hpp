// How high the rows of a printed table become, and where its pages end.
#pragma once

#include <vector>

namespace torimatome::writers {

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
