// Which of the form's choices (取組区分) a field gives, whatever its notation: II, Ⅱ and ２ are one.
#pragma once

#include <cstddef>
#include <optional>

#include "model/document.hpp"
#include "model/form.hpp"

namespace torimatome::writers {

/// The index in `form.choices`, or empty where the text is none of them (two of them in one cell, say).
std::optional<std::size_t> choice_of(const Form& form, const Field& field);

/// The form's first field of that kind; null where it has none.
const FieldSpec* first_field_of_kind(const Form& form, FieldKind kind);

}  // namespace torimatome::writers
