// What goes back to the departments: return slips (返戻票) and the reminder (督促) for those who have not answered.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/fiscal_year.hpp"
#include "model/form.hpp"
#include "pipeline/consolidation/reading.hpp"
#include "pipeline/consolidation/roster.hpp"
#include "writers/return_slip.hpp"

namespace torimatome::pipeline {

struct SlipSettings {
    std::string due;
    std::string contact;
    std::vector<RosterEntry> roster;  ///< empty where none was given
    Date created;
};

/// The slip for one submission: errors and warnings, most important first, notes left out. `document` is null for an
/// input that could not be read; `failure` says why then.
writers::ReturnSlip make_slip(const Reading& reading, const Form* form, const Organisations& organisations,
                              const SlipSettings& settings);

/// What was written into the folder of slips.
struct SlipsWritten {
    int slips = 0;
    int reminded = 0;
};

/// Writes into `folder` a slip for each submission that needs one, 返戻一覧.xlsx, and 督促文.txt where a department of
/// the roster has not answered or a form came back blank. Throws Error (code "output.failed").
SlipsWritten write_slips(const std::vector<Reading>& readings, const Mappings& mappings, const SlipSettings& settings,
                         const std::filesystem::path& folder);

/// The reminder as text to copy into a mail; empty where nobody has to be reminded.
std::string reminder_text(const std::vector<RosterEntry>& departments, const std::string& title,
                          const SlipSettings& settings);

}  // namespace torimatome::pipeline
