// The pairs that a person decided, from a CSV file or a workbook that `compare` wrote.
#pragma once

#include <vector>

#include "model/table.hpp"
#include "pipeline/compare.hpp"

namespace torimatome::pipeline {

/// The decisions of the first table whose header names the columns 旧 and 新 (or old and new); 判定 (decision), 旧年度,
/// 新年度 and 自動の組 may be there. A row binds where 判定 says 固定 (pin) or 禁止 (forbid), and where a person
/// changed the records of a row that the program wrote (they differ from 自動の組). A blank record means that the other
/// has no partner. Throws Error (code "pairs.invalid") where there is no such table or 判定 says anything else.
std::vector<PairDecision> read_pair_decisions(const TableSet& tables);

}  // namespace torimatome::pipeline
