// Which rows of a table's body are data, and which are headings, notes or a page's furniture.
#pragma once

#include <string>

#include "parsers/form/header.hpp"
#include "parsers/form/page_lines.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// What tells a row of data below `header` from lines of the page.
struct DataRowSigns {
    const Header& header;
    const PageLines& lines;
    const std::string& title;  ///< the document's so far
    bool outside = false;      ///< a page's head has begun and its header has not come yet
};

/// Whether a row of a table's body is a row of data.
bool is_data_row(const StreamRow& row, const DataRowSigns& signs);

}  // namespace torimatome::parsers
