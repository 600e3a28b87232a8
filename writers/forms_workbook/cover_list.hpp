// The list of the forms that went out (送付一覧): what was made for whom.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/fiscal_year.hpp"

namespace torimatome::writers {

struct CoverEntry {
    std::string department;
    std::string file;
    int records = 0;
    int joint = 0;
    std::string partners;  ///< departments that are asked about joint records too
    std::string contact;
    std::string remark;
};

/// Writes the list, with empty columns for when the form was sent and the answer came, to `file` (under a temporary
/// name first). Throws Error (code "output.failed").
void write_cover_list(const std::vector<CoverEntry>& entries, const std::string& title, const std::string& due,
                      const Date& created, const std::filesystem::path& file);

}  // namespace torimatome::writers
