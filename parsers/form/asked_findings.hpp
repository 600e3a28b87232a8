// What is told of an answered form: what was done to its rows, locked texts and sheets, and what is not filled in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/round.hpp"
#include "text/locked_text.hpp"

namespace torimatome::parsers {

Finding row_copied(const Record& copy, const Record& original, bool dropped);
Finding row_added(const Record& record);
/// `mark`: that of the other form; without an id where the row carries none.
Finding row_of_others(const Record& record, const RoundForm& asked, const RowMark& mark);
Finding row_dropped(const AskedRecord& asked);
Finding row_id_lost(const Record& record);
Finding all_row_ids_lost();
Finding rows_moved();
Finding sheet_renamed(const std::string& from, const std::string& to);
Finding locked_changed(const Record& record, const std::string& field, const Form& form, std::optional<int> year,
                       text::LockedChange change);
Finding answer_missing(const Record& record, const std::vector<std::string>& fields, const Form& form,
                       std::optional<int> year, bool joint);
Finding not_filled_in(const RoundForm& asked);
Finding hidden_sheet_lost(const RoundForm& asked);
Finding old_form(const RoundForm& asked, int year);

}  // namespace torimatome::parsers
