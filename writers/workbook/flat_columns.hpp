// The columns of 一覧 for any form.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "model/document.hpp"
#include "model/form.hpp"
#include "writers/workbook/list_sheet.hpp"

namespace torimatome::writers {

/// Empty, a whole number, or text.
using FlatValue = std::variant<std::monostate, int, std::string>;

struct FlatColumn {
    ListColumn column;
    std::function<FlatValue(const Record&)> value;
};

/// The columns, from the record's id to its place in the source. `document` and `form` must outlive them.
std::vector<FlatColumn> flat_columns(const Document& document, const Form& form);

}  // namespace torimatome::writers
