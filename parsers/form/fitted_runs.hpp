// Formatting runs carried over to a text in which only white space was changed, or to a part of the text.
#pragma once

#include <string>
#include <vector>

#include "model/table.hpp"

namespace torimatome::parsers {

/// The runs of `part`, which is a stretch of the runs' joined text with other white space. `skipped` is how many
/// non-space characters of that text stand before it. Empty where all of the part is plain.
std::vector<TextRun> fit_runs(const std::vector<TextRun>& runs, const std::string& part, std::size_t skipped = 0);

}  // namespace torimatome::parsers
