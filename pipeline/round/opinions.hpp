// The committee's opinions (意見と対応), carried into the next round.
#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/table.hpp"

namespace torimatome::pipeline {

/// One opinion, as a row of the sheet 意見と対応 gives it.
struct Opinion {
    std::string record;      ///< id of the measure that it is about
    std::string department;  ///< as written there
    std::string text;
    std::string answer;  ///< what the city says to it; empty where that is still to come

    friend bool operator==(const Opinion&, const Opinion&) = default;
};

/// The opinions of a workbook that `committee --collect` made: the sheet with the headings 取組番号 and 意見. Throws
/// Error
/// ("opinions.none") where there is no such sheet.
std::vector<Opinion> read_opinions(const TableSet& tables);

}  // namespace torimatome::pipeline
