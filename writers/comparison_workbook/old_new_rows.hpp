// The rows of 新旧対照表, before they are laid out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "writers/comparison_workbook/comparison_view.hpp"

namespace torimatome::writers {

/// Text of one side; `second` says whether it is changed, and so underlined.
using MarkedText = std::vector<std::pair<std::string, bool>>;

struct OldNewRow {
    enum class Kind { section, field };
    Kind kind = Kind::field;
    const RecordPair* pair = nullptr;
    std::string record;  ///< 「1-①-ア-2」, 「1-①-ア-2〜4」; in the record's first row only
    std::string field;   ///< heading of the field
    MarkedText old_side;
    MarkedText new_side;
    std::string remark;  ///< in the record's first row only
};

/// The sections with their pairs. Of each pair the fields that changed, then （略） for the rest; a pair without a
/// change is one row （略）, several of them in a row are one; what several records share (a policy) is shown once. A
/// record that is there on one side only has （新設） or （削る） on the other.
std::vector<OldNewRow> old_new_rows(const ComparisonView& view);

/// The old (`keep` remove) or new (`keep` insert) text of a diff with its changed parts marked.
MarkedText marked_side(const Diff& diff, DiffPart::Op keep);

}  // namespace torimatome::writers
