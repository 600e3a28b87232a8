#include "writers/workbook/headings.hpp"

#include "text/era_date.hpp"

namespace torimatome::writers {

std::string with_years(const std::string& template_text, const std::optional<int>& year) {
    if (!year) return fill_years(template_text, "本年度", "次年度");
    return fill_years(template_text, text::fiscal_year_text(*year), text::fiscal_year_text(*year + 1));
}

bool names_item(const Form& form, const FieldSpec& field) {
    return field.kind == FieldKind::mark && !field.style.empty() && field.style == form.section.item_style;
}

std::string field_heading(const Form& form, const std::string& field, const std::optional<int>& year) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) {
            if (spec.id != field) continue;
            const std::string heading = with_years(column.heading, year);
            if (column.fields.size() == 1) return heading;
            if (names_item(form, spec)) return "項目";
            if (spec.kind == FieldKind::mark) return heading + "（記号）";
            if (spec.kind == FieldKind::name) return heading + "（名称）";
            return heading;
        }
    }
    return field;
}

std::vector<std::string> field_headings(const Form& form, const std::optional<int>& year) {
    std::vector<std::string> headings;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) headings.push_back(field_heading(form, spec.id, year));
    }
    return headings;
}

}  // namespace torimatome::writers
