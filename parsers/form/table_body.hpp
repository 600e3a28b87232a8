// The body of a table that is being read: the rows below a header, and how they are laid out.
#pragma once

#include <vector>

#include "parsers/form/form_choice.hpp"
#include "parsers/form/header.hpp"
#include "parsers/form/row_placement.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

struct TableBody {
    const Table* table = nullptr;    ///< the gridded table that was entered last
    const Header* header = nullptr;  ///< null outside of any body
    CellStyle style;                 ///< of rows of extracted text
    int style_columns = 0;           ///< cells of the header that the style is for
    std::vector<bool> merged_columns;
    bool ruled = false;     ///< the body has rules between its rows
    int last_data_row = 0;  ///< row of the table that was read last as data; 0 before the first
};

/// Starts the body below `header`, which stands at `rows[at]`. `headers` are all that the input has.
void start_body(const Header& header, std::size_t at, const std::vector<StreamRow>& rows, const Headers& headers,
                TableBody& body);

/// Whether `row` stands directly below the row that was read last as data, in a body with rules; it becomes that row.
bool follows_data(const StreamRow& row, TableBody& body);

}  // namespace torimatome::parsers
