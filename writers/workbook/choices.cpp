#include "writers/workbook/choices.hpp"

#include "text/compare_key.hpp"
#include "text/mark.hpp"

namespace torimatome::writers {

std::optional<std::size_t> choice_of(const Form& form, const Field& field) {
    const std::string& value = field.value.empty() ? field.text : field.value;
    const std::string key = text::compare_key(value);
    if (key.empty()) return std::nullopt;
    for (std::size_t i = 0; i < form.choices.size(); ++i) {
        if (text::compare_key(form.choices[i].value) == key) return i;
    }
    const std::optional<int> number = text::numeral_value(text::compare_key(value));
    for (std::size_t i = 0; number && i < form.choices.size(); ++i) {
        if (text::numeral_value(form.choices[i].value) == number) return i;
    }
    return std::nullopt;
}

const FieldSpec* first_field_of_kind(const Form& form, FieldKind kind) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.kind == kind) return &field;
        }
    }
    return nullptr;
}

}  // namespace torimatome::writers
