// One page to its tables and the text around them.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"
#include "parsers/pdf/page.hpp"
#include "parsers/pdf/prose_columns.hpp"

namespace torimatome::parsers::pdf {

/// What a cell's upper and lower edge say about whether its text goes on there.
struct CellEdge {
    bool open_top = false;        ///< no rule closes it above, at the table's upper edge
    bool open_bottom = false;     ///< no rule closes it below, at the table's lower edge
    bool full_last_line = false;  ///< its last line fills the cell's width: the sentence may go on
};

/// A table of one page, with what joining it to the next page's needs to know.
struct PageTable {
    Table table;
    std::vector<CellEdge> cell_edges;  ///< of the table's cells, in their order
    std::vector<double> edges;         ///< of the columns, in points, from left to right
    Box box;                           ///< on the page as it is read
    bool unruled = false;              ///< its cells are told by how its texts stand: only they tell what goes on
};

/// The columns of a table without rules, for the next page, which may hold too few lines to show them.
struct AlignedColumns {
    std::vector<double> gutters;    ///< with the text's left and right edge
    std::vector<double> edges;      ///< as in PageTable
    std::vector<std::string> head;  ///< its first lines
    KnownColumns prose;             ///< those of the last table of prose
};

struct PageTables {
    std::vector<PageTable> tables;  ///< from top to bottom
    std::vector<LooseText> loose;   ///< from top to bottom
    Findings findings;
    bool recognised = false;            ///< as in Page
    std::vector<double> prose_columns;  ///< the edges of the columns of its last table of prose, empty without one
};

/// Reads the tables of `page`: first those with rules, then those that columns of text make without rules.
/// `columns` hands the columns of tables without rules from page to page.
PageTables read_page_tables(Page& page, AlignedColumns& columns);

}  // namespace torimatome::parsers::pdf
