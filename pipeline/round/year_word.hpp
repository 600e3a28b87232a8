// A fiscal year as it is typed on the command line.
#pragma once

#include <optional>
#include <string>

namespace torimatome::pipeline {

/// 2022 for 「2022」, 「令和4」, 「令和4年度」 and 「R4」; empty for anything else.
std::optional<int> fiscal_year_of_word(const std::string& word);

}  // namespace torimatome::pipeline
