// Justified text: lines that were stretched to the column's width by spaces between their characters.
#pragma once

#include <string>
#include <string_view>

namespace torimatome::text {

/// `line` without the single spaces between single Japanese characters, where at least three such characters follow
/// one another (育 成 体 系). A numbering mark at the start keeps the space behind it; 「10 区」「OJT に」 stay.
std::string join_justified(std::string_view line);

}  // namespace torimatome::text
