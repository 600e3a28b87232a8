// Pages to one input: a table that runs on over pages is one table.
#pragma once

#include <vector>

#include "model/table.hpp"
#include "parsers/pdf/page_tables.hpp"

namespace torimatome::parsers::pdf {

/// Joins the pages of a document, in their order. A page's first table goes on from the last one of the page before
/// where both have the same columns and nothing new stands between them: its header, printed again, is dropped, cells
/// that the page's end left open go on, and so does a row that the page's end cut. Each joint is a finding ("table.…",
/// a note). Tables above it that only repeat those of the page before (a section's box) become loose text.
void join_pages(std::vector<PageTables> pages, TableSet& result);

}  // namespace torimatome::parsers::pdf
