#include "writers/workbook/extra_columns.hpp"

#include <algorithm>
#include <unordered_set>

namespace torimatome::writers {

std::vector<std::string> extra_fields(const Document& document, const Form& form) {
    std::unordered_set<std::string> known;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) known.insert(field.id);
    }
    std::vector<std::string> extras;
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) {
            if (known.insert(id).second) extras.push_back(id);
        }
    }
    return extras;
}

Form with_columns(Form form, const std::vector<std::string>& fields, std::size_t most) {
    constexpr double kWidth = 20;
    for (std::size_t i = 0; i < std::min(fields.size(), most); ++i) {
        ColumnSpec column;
        column.heading = fields[i];
        column.width = kWidth;
        column.optional = true;
        column.fields.resize(1);
        column.fields.front().id = fields[i];
        column.fields.front().required = false;
        form.columns.push_back(std::move(column));
    }
    return form;
}

}  // namespace torimatome::writers
