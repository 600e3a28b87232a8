// Several documents in one input: NDJSON, one JSON document a line, as `convert -o -` writes it.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/inputs.hpp"

namespace torimatome::pipeline {

/// The documents of `bytes` as inputs of their own, each called as the file that it was made from; empty where the
/// bytes are no NDJSON of ours (two lines or more, each a document that `convert` wrote).
std::vector<InputFile> split_ndjson(std::string_view bytes);

}  // namespace torimatome::pipeline
