// What a form of ours says of itself, read from its marks.
#pragma once

#include <optional>

#include "model/round.hpp"
#include "model/table.hpp"

namespace torimatome::parsers {

/// The form that the marks of `tables` tell of; empty where the tables are no form of ours. Without its hidden sheet,
/// the marks of the other sheets give the form, the year and the department (`complete` is false then).
std::optional<RoundForm> read_round_form(const TableSet& tables);

/// Flags the texts that are the form's own (hints, explanations, the example) as marks, so that what is left is what
/// the department typed.
void flag_own_texts(const RoundForm& form, TableSet& tables);

/// Shows what stands in hidden rows and columns of a form's visible sheets: the form hides nothing but its marks, so
/// that anything else was typed and then hidden, or stands where a column was put in. The readers' findings about it
/// ("cell.hidden") become "form.hidden-text" (warning), which says that it was read.
void show_hidden_answers(TableSet& tables);

}  // namespace torimatome::parsers
