// A workbook file that comes to be when it is complete.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "writers/workbook/workbook.hpp"

namespace torimatome::writers {

/// Makes a workbook of `title`, lets `write` fill it and saves it under a temporary name beside `file`, which is
/// renamed when it is complete. Throws Error (code "output.failed") that names `file`; no file is left behind then.
void write_new_workbook(const std::filesystem::path& file, const std::string& title, const Date& created,
                        const std::function<void(Workbook&)>& write);

/// Moves a complete file to `file`. `finish` is run on the temporary file before, for what the library cannot write.
void write_new_workbook(const std::filesystem::path& file, const std::string& title, const Date& created,
                        const std::function<void(Workbook&)>& write,
                        const std::function<void(const std::filesystem::path&)>& finish);

}  // namespace torimatome::writers
