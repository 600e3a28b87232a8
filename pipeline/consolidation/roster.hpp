// The roster (名簿): who was asked, so that it can be said who has not answered.
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/submission.hpp"
#include "model/table.hpp"

namespace torimatome::pipeline {

/// A department that was asked, with what the roster says of whom to call.
struct RosterEntry {
    std::string department;
    std::string contact;  ///< the other columns, joined: 「企画係 港太郎 内線2214」

    friend bool operator==(const RosterEntry&, const RosterEntry&) = default;
};

/// The entries of a roster's table. The column of departments is headed 部署, 部課, 担当部, 課名, 所属 or department;
/// without such a header the first column is taken. Throws Error "roster.empty" where no department is named.
std::vector<RosterEntry> read_roster(const TableSet& tables);

/// Adds a submission of state `missing` and a finding "submission.missing" (warning) for each department of the roster
/// that has not answered. A department has answered when an input's name holds its name, or an input has a record of
/// which it is the only department, or is the department of most of an input's records.
void report_missing(const std::vector<RosterEntry>& roster, const Organisations& organisations, const Form& form,
                    std::vector<Submission>& submissions, Document& document);

}  // namespace torimatome::pipeline
