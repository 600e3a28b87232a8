// Findings at a field of a record.
#pragma once

#include <string>

#include "model/document.hpp"

namespace torimatome::pipeline {

/// One field of one record of a document.
struct FieldPlace {
    const Record* record = nullptr;
    const std::string* field = nullptr;
    const Field* content = nullptr;
};

/// A finding about the field, at its place in the source.
Finding finding_at(const FieldPlace& place, const char* code, Severity severity, std::string message, std::string hint);

/// Every field of every record, without those that repeat a cell above.
std::vector<FieldPlace> own_fields(const Document& document);

/// At most `characters` characters of `text`, with 「…」 where more follow.
std::string beginning_of(const std::string& text, std::size_t characters);

}  // namespace torimatome::pipeline
