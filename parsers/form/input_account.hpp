// How many characters an input has to read, counted apart from the reading itself.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "model/ledger.hpp"
#include "model/table.hpp"
#include "parsers/form/record_assembly.hpp"
#include "parsers/form/row_stream.hpp"

namespace torimatome::parsers {

/// Indexes of the tables that are not read (parsers/form/sheet_choice.hpp).
using LeftOutTables = std::set<std::size_t>;

/// Whether the row stands in a table that is not read.
bool is_left_out(const StreamRow& row, const LeftOutTables& left_out);

/// The account of an input of which nothing is read yet: what there is to read, and what of `tables` is left out.
Ledger open_account(const TableSet& tables, const std::vector<StreamRow>& rows, const LeftOutTables& left_out);

/// Non-space characters of the cells that start in the row.
std::size_t characters_of(const StreamRow& row);

/// Non-space characters that the row's fields have of their own: not of cells from above, nor of headings.
std::size_t characters_of(const RawRow& row);

}  // namespace torimatome::parsers
