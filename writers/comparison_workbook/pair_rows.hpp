// The list of pairs (対応表) as rows of text, for the workbook and for CSV.
#pragma once

#include <string>
#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// The columns, in the order of a row.
std::vector<std::string> pair_columns();

/// One row a pair, in the comparison's order. Rows that a person pinned say so; all others can be changed.
std::vector<std::vector<std::string>> pair_rows(const Document& older, const Document& newer,
                                                const Comparison& comparison, const Form& form);

/// 「同じ」「変更」「表記のみ」「新設」「削除」「移動」「分割」「統合」.
const char* pair_kind_word(PairKind kind);

/// What a record is known by in lists: the start of its first own text, else of its shared one.
std::string record_excerpt(const Record& record, const Form& form, std::size_t characters);

}  // namespace torimatome::writers
