// The members of the committee (委員名簿).
#pragma once

#include <vector>

#include "model/ballot.hpp"
#include "model/table.hpp"

namespace torimatome::pipeline {

/// The members that a table lists. The column of names is headed 氏名, 委員, 委員名, 名前 or name, that of roles 役職,
/// 職, 役割, 区分 or role; without a header the first column is taken. Throws Error "members.empty" where nobody is
/// named, and "members.twice" where one name is there twice: votes could not be told apart.
std::vector<Member> read_members(const TableSet& tables);

}  // namespace torimatome::pipeline
