// The model as JSON: the contract with other programs. Nothing but fixed key order and UTF-8; ends in "\n".
#pragma once

#include <iosfwd>

#include "model/document.hpp"
#include "model/table.hpp"

namespace torimatome::writers {

enum class JsonLayout {
    pretty,    ///< indented by 2, for files
    one_line,  ///< one document a line (NDJSON)
};

/// Writes schema "torimatome/1". Records are written one by one: memory does not grow with the document.
void write_json(const Document& document, std::ostream& out, JsonLayout layout);

/// Writes schema "torimatome-tables/1", cell by cell.
void write_json(const TableSet& tables, std::ostream& out, JsonLayout layout);

}  // namespace torimatome::writers
