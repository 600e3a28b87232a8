// Lists of departments (担当部課) as people write them: 「保) 保健所 区) 保健福祉部」, one a line, or joined by 、.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/form.hpp"

namespace torimatome::parsers {

struct DepartmentList {
    std::vector<std::string> values;  ///< each entry as written, white space at its ends gone
    bool plausible = false;           ///< every entry looks like the name of an organisation
};

/// Splits at line breaks, at 、 and ， and before every short name with its bracket (「子) 」, 「（子）」, 「【子】」),
/// with or without a space before it. A space splits where the parts on both sides are names of organisations. A middle
/// dot does not split: 健康・子ども課 is one.
DepartmentList split_departments(std::string_view text, const Organisations& organisations);

}  // namespace torimatome::parsers
