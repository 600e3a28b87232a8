// mappings/*.xml to Mappings, strictly: what the loader does not know, it refuses with file:line:column.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "model/form.hpp"

namespace torimatome::parsers {

/// Loads every mapping of a folder: forms (`<form>`), organisations (`<organisations>`) and look-alike characters
/// (`<look-alikes>`), in name order. Throws Error (code "mapping.invalid", source.file and line set, the message
/// starting with `file:line:column`) for an unknown element or attribute, a missing one, a bad number, or an id that is
/// there twice.
Mappings load_mappings(const std::filesystem::path& folder);

/// Loads one mapping from memory into `mappings`; `name` is the file name for messages.
void load_mapping(std::string_view xml, const std::string& name, Mappings& mappings);

}  // namespace torimatome::parsers
