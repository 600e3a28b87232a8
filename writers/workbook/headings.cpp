#include "writers/workbook/headings.hpp"

#include "text/code_points.hpp"
#include "text/era_date.hpp"

namespace torimatome::writers {

namespace {

std::string without_spaces(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        if (!text::is_space(point.value)) result += text.substr(at, point.length);
        at += point.length;
    }
    return result;
}

std::string joined_lines(const std::vector<std::string>& values) {
    std::string lines;
    for (const std::string& value : values) {
        if (!lines.empty()) lines += '\n';
        lines += value;
    }
    return lines;
}

}  // namespace

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

std::string printed_text(const Field& field) {
    if (field.values.size() < 2 || field.text.find('\n') != std::string::npos) return field.text;
    const std::string lines = joined_lines(field.values);
    return without_spaces(lines) == without_spaces(field.text) ? lines : field.text;
}

}  // namespace torimatome::writers
