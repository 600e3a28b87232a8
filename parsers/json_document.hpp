// Documents from the JSON that `convert` wrote ("torimatome/1").
#pragma once

#include <string>
#include <string_view>

#include "model/document.hpp"

namespace torimatome::parsers {

/// Reads one document. Unknown keys are ignored, so that later versions can add some; a missing or ill-typed one
/// throws Error (code "json.invalid") naming its path, such as `records[3].fields.plan.text`, and `name`.
Document read_json_document(std::string_view json, const std::string& name);

/// Whether `bytes` look like such JSON: an object whose "schema" is "torimatome/1".
bool is_json_document(std::string_view bytes);

}  // namespace torimatome::parsers
