// The rows of a hidden sheet of ours.
#pragma once

#include <string>
#include <vector>

#include "model/round.hpp"
#include "model/table.hpp"

namespace torimatome::parsers {

using LedgerRow = std::vector<std::string>;

/// Whether `table` is the hidden sheet of a workbook of that kind: "round", "ballot".
bool is_ledger(const Table& table, const std::string& kind);

/// Its rows, from the second on; 「-」 stands for an empty text. No row has fewer than `least` texts.
std::vector<LedgerRow> ledger_rows(const Table& table, std::size_t least);

std::vector<std::string> split(const std::string& text, char separator);

/// Reads 「field|exact|folded」, which ends a row, from its text number `first` on.
std::vector<LockedText> locked_texts(const LedgerRow& row, std::size_t first);

}  // namespace torimatome::parsers
