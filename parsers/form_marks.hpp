// Finds the cells in which a workbook of ours tells something to itself (model/round.hpp), so that no reader takes them
// for an author's text and none reports them as hidden.
#pragma once

#include <string_view>

#include "model/table.hpp"

namespace torimatome::parsers {

/// The first cell of a hidden sheet of ours, all of whose cells are marks.
inline constexpr std::string_view kLedgerMark = "torimatome:ledger";

/// Flags the marks of `table` (form_mark and hidden). Every reader of tables calls it; returns whether there are any.
bool flag_form_marks(Table& table);

}  // namespace torimatome::parsers
