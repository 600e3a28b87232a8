// One page to its tables and the text around them.
#pragma once

#include <vector>

#include "model/table.hpp"
#include "parsers/pdf/page.hpp"

namespace torimatome::parsers::pdf {

/// A table of one page, with what joining it to the next page's needs to know.
struct PageTable {
    Table table;
    std::vector<double> edges;  ///< of the columns, in points, from left to right
    Box box;                    ///< on the page as it is read
    bool open_top = false;      ///< no rule closes it above
    bool open_bottom = false;   ///< no rule closes it below
};

struct PageTables {
    std::vector<PageTable> tables;  ///< from top to bottom
    std::vector<LooseText> loose;   ///< from top to bottom
    Findings findings;
};

/// Reads the tables of `page`: first those with rules, then those that columns of text make without rules.
PageTables read_page_tables(Page& page);

}  // namespace torimatome::parsers::pdf
