// What a person should look at in inputs: what reading them told, what proofreading finds, and what only shows when the
// submissions of a round are held against each other.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "model/ledger.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/inputs.hpp"
#include "pipeline/progress.hpp"

namespace torimatome::pipeline {

/// One input and what there is to say of it.
struct CheckedInput {
    std::string file;                  ///< the input's name
    std::optional<Document> document;  ///< empty where the input could not be read
    std::optional<Ledger> ledger;      ///< empty for JSON documents, whose characters are not counted again
    Findings findings;                 ///< worst first; of an unreadable input the reason alone
};

/// Finding codes, or their areas (what stands before the full stop), that are not wanted.
using IgnoredCodes = std::set<std::string>;

/// "a.b,c" as codes.
IgnoredCodes read_ignored_codes(const std::string& list);

/// Reads each input in a worker and proofreads it there.
std::vector<CheckedInput> read_and_proofread(const std::vector<InputFile>& inputs, const Mappings& mappings,
                                             const CommonOptions& options, Progress& progress);

/// Adds what holding the inputs against each other tells: identical ones, older versions, another year's form, rows of
/// other departments, answers that differ. Only where most readable inputs are of one form and year, which is how the
/// submissions of one round look.
void check_across(std::vector<CheckedInput>& inputs, const Mappings& mappings);

/// Takes the findings with an ignored code out and puts the others worst first.
void settle_findings(std::vector<CheckedInput>& inputs, const IgnoredCodes& ignored);

/// The account of one input's characters as a line: 「文字数 120 = 取組 100 ＋ 見出し 10 ＋ 定型 10 ＋ 未配置 0」.
std::string ledger_line(const Ledger& ledger);

}  // namespace torimatome::pipeline
