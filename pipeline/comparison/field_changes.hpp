// What changed in the fields of a pair.
#pragma once

#include <string>
#include <vector>

#include "model/comparison.hpp"
#include "model/document.hpp"
#include "model/form.hpp"
#include "text/notation_key.hpp"
#include "text/word_diff.hpp"

namespace torimatome::pipeline {

class FieldComparison {
  public:
    FieldComparison(const Form& form, const text::NotationFolder& notation, const text::WordDiff& diff)
        : form_(form), notation_(notation), diff_(diff) {}

    /// The fields that either record gives, in the form's order, added columns behind them. A null record gives none.
    std::vector<FieldChange> compare(const Record* older, const Record* newer) const;

  private:
    FieldChange compare_field(const std::string& id, const Field* older, const Field* newer) const;
    bool notation_only(const std::string& id, const std::string& older, const std::string& newer) const;

    const Form& form_;
    const text::NotationFolder& notation_;
    const text::WordDiff& diff_;
};

/// The kind of a pair by its fields. Marks count nothing: a record that was numbered anew says the same.
PairKind kind_by_fields(const std::vector<FieldChange>& fields, const Form& form);

}  // namespace torimatome::pipeline
