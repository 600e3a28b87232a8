#include "pipeline/consolidation/shared_cells.hpp"

namespace torimatome::pipeline {

namespace {

// The fields of the form's columns from the left that a blank cell takes from above; none where the first is no mark.
std::vector<std::string> leading_fields(const Form& form) {
    std::vector<std::string> fields;
    if (form.columns.empty() || form.columns.front().fields.front().kind != FieldKind::mark) return fields;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.blank != BlankCell::inherit || field.kind == FieldKind::departments) return fields;
            fields.push_back(field.id);
        }
    }
    return fields;
}

}  // namespace

void share_cells(const Form& form, std::vector<Record>& records) {
    const std::vector<std::string> leading = leading_fields(form);
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (records[i].section != records[i - 1].section) continue;
        for (const std::string& id : leading) {
            Field* field = records[i].find(id);
            const Field* above = records[i - 1].find(id);
            if (!field || !above || field->text != above->text || field->runs != above->runs) break;
            field->inherited = true;
        }
    }
}

}  // namespace torimatome::pipeline
