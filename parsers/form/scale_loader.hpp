// mappings/scales/*.xml: the scales by which committees evaluate.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/scale.hpp"

namespace torimatome::parsers {

/// Reads one scale. Strict: unknown elements and attributes, a mark that is there twice, and values that an ordinal
/// scale lacks or another one has, are refused with `file:line:column`. Throws Error "mapping.invalid".
Scale load_scale(std::string_view xml, const std::string& name);

/// The scales of the folder `scales` within a folder of mappings, in name order. Throws Error "mapping.no-folder" where
/// there are none, and for two of one id.
std::vector<Scale> load_scales(const std::filesystem::path& mappings);

}  // namespace torimatome::parsers
