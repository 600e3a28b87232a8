#include "pipeline/comparison/field_changes.hpp"

#include <algorithm>

#include "text/mark.hpp"

namespace torimatome::pipeline {

namespace {

std::vector<std::string> fields_of_either(const Form& form, const Record* older, const Record* newer) {
    std::vector<std::string> fields;
    const auto has = [](const Record* record, const std::string& id) { return record && record->find(id); };
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) {
            if (has(older, spec.id) || has(newer, spec.id)) fields.push_back(spec.id);
        }
    }
    for (const Record* record : {older, newer}) {
        if (!record) continue;
        for (const auto& [id, field] : record->fields) {
            if (std::find(fields.begin(), fields.end(), id) == fields.end()) fields.push_back(id);
        }
    }
    return fields;
}

}  // namespace

std::vector<FieldChange> FieldComparison::compare(const Record* older, const Record* newer) const {
    std::vector<FieldChange> changes;
    for (const std::string& id : fields_of_either(form_, older, newer)) {
        changes.push_back(compare_field(id, older ? older->find(id) : nullptr, newer ? newer->find(id) : nullptr));
    }
    return changes;
}

FieldChange FieldComparison::compare_field(const std::string& id, const Field* older, const Field* newer) const {
    FieldChange change;
    change.field = id;
    if (older) change.old_text = older->text;
    if (newer) change.new_text = newer->text;
    const std::string& before = older ? older->text : std::string();
    const std::string& after = newer ? newer->text : std::string();
    if (!older != !newer) {
        change.kind = FieldKindOfChange::changed;
    } else if (before == after) {
        change.kind = FieldKindOfChange::same;
    } else {
        const bool notation = notation_only(id, before, after);
        change.kind = notation ? FieldKindOfChange::notation : FieldKindOfChange::changed;
    }
    change.diff = diff_.compare(before, after);
    return change;
}

bool FieldComparison::notation_only(const std::string& id, const std::string& older, const std::string& newer) const {
    const FieldSpec* spec = form_.find_field(id);
    if (spec && spec->kind == FieldKind::choice) {
        const auto a = text::numeral_value(older);
        const auto b = text::numeral_value(newer);
        if (a && b) return a == b;
    }
    return notation_.key(older) == notation_.key(newer);
}

PairKind kind_by_fields(const std::vector<FieldChange>& fields, const Form& form) {
    PairKind kind = PairKind::same;
    for (const FieldChange& change : fields) {
        const FieldSpec* spec = form.find_field(change.field);
        if (spec && spec->kind == FieldKind::mark) continue;
        if (change.kind == FieldKindOfChange::changed) return PairKind::changed;
        if (change.kind == FieldKindOfChange::notation) kind = PairKind::notation;
    }
    return kind;
}

}  // namespace torimatome::pipeline
