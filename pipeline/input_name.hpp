// What inputs are called in messages and results.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace torimatome::pipeline {

/// `bytes` as text for people: as they are where they are UTF-8, else read in the encoding that they are in (names from
/// old archives are often in code page 932), with control characters shown as U+FFFD.
std::string display_text(std::string_view bytes);

/// The names of inputs: the file name, and before it, where two inputs share a file name, as many of their folders as
/// tell them apart: 「総務課/回答.xlsx」 and 「健康課/回答.xlsx」.
std::vector<std::string> input_names(const std::vector<std::filesystem::path>& paths);

}  // namespace torimatome::pipeline
