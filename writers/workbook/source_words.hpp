// Where something came from, in two words for lists: the file, and the place in it.
#pragma once

#include <string>

#include "model/document.hpp"

namespace torimatome::writers {

/// The file of `position`, or the document's own where the position names none.
std::string source_file(const Document& document, const SourcePosition& position);

/// The place within the file: 「シート「様式1」C12」, 「p.3」, 「24行目」; empty where none is given.
std::string source_place(SourcePosition position);

/// The position of a field: its own where it has one, else its record's; the file is the record's where the field names
/// none.
SourcePosition field_position(const Record& record, const Field& field);

}  // namespace torimatome::writers
