// Raw tables on their way from a worker process.
#pragma once

#include <iosfwd>
#include <string>

#include "model/table.hpp"

namespace torimatome::pipeline {

/// Writes the texts and places of `tables`, and back. Formatting, spans and loose texts are not carried.
void pack_tables(const TableSet& tables, std::ostream& out);
/// Throws std::exception where the text is none that pack_tables made.
TableSet unpack_tables(const std::string& text);

}  // namespace torimatome::pipeline
