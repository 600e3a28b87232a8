#include "writers/workbook/flat_columns.hpp"

#include <charconv>
#include <memory>
#include <unordered_map>

#include "text/era_date.hpp"
#include "text/mark.hpp"
#include "writers/workbook/choices.hpp"
#include "writers/workbook/headings.hpp"
#include "writers/workbook/source_words.hpp"

namespace torimatome::writers {

namespace {

using Kind = ListColumn::Kind;
using Columns = std::vector<FlatColumn>;

FlatValue number_or_text(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) return number;
    return text;
}

const SectionItem* item_of(const Section* section, const std::string& mark) {
    if (!section) return nullptr;
    for (const SectionItem& item : section->items) {
        if (item.mark == mark) return &item;
    }
    return nullptr;
}

const Section* section_of(const Document& document, const std::string& number) {
    for (const Section& section : document.sections) {
        if (section.number == number) return &section;
    }
    return nullptr;
}

void add_year(Columns& columns, const Document& document) {
    if (!document.year) return;
    const int year = *document.year;
    const std::string era = text::fiscal_year_text(year);
    columns.push_back({{"年度（西暦）", Kind::number, 8}, [year](const Record&) { return year; }});
    columns.push_back({{"年度（和暦）", Kind::code, 12}, [era](const Record&) { return era; }});
}

void add_section(Columns& columns, const Document& document, const Form& form) {
    if (document.sections.empty()) return;
    const std::string name = form.section.name.empty() ? "区分" : form.section.name;
    columns.push_back(
        {{name + "番号", Kind::number, 8}, [](const Record& record) { return number_or_text(record.section); }});
    columns.push_back({{name, Kind::text, 30}, [&document](const Record& record) -> FlatValue {
                           const Section* section = section_of(document, record.section);
                           return section ? section->title : std::string();
                       }});
}

FlatValue mark_number(const Record& record, const FieldSpec& spec) {
    const auto style = text::mark_style_from_name(spec.style);
    if (!style) return {};
    const auto mark = text::whole_mark(record.text(spec.id), *style);
    if (!mark) return {};
    return mark->number;
}

/// The heading of the column that gives as a number what the column `heading` gives as a mark.
std::string number_heading(const std::string& heading) {
    return heading.ends_with("番号") ? heading + "（数値）" : heading + "番号";
}

FlatColumn text_column(const std::string& heading, const FieldSpec& spec, Kind kind, double width) {
    return {{heading, kind, width}, [&spec](const Record& record) { return record.text(spec.id); }};
}

/// A mark that names an item of the section's box (①) also gives the item's title.
void add_mark(Columns& columns, const Document& document, const Form& form, const FieldSpec& spec) {
    const bool is_item = names_item(form, spec);
    const std::string heading = field_heading(form, spec.id, document.year);
    columns.push_back({{number_heading(heading), Kind::number, 8},
                       [&spec](const Record& record) { return mark_number(record, spec); }});
    columns.push_back(text_column(heading, spec, Kind::code, 8));
    if (!is_item) return;
    columns.push_back({{"項目名", Kind::text, 30}, [&document, &spec](const Record& record) -> FlatValue {
                           const Section* section = section_of(document, record.section);
                           const SectionItem* item = item_of(section, record.text(spec.id));
                           return item ? item->title : std::string();
                       }});
}

void add_choice(Columns& columns, const Form& form, const std::string& heading, const FieldSpec& spec) {
    const auto choice = [&form, &spec](const Record& record) {
        const Field* field = record.find(spec.id);
        return field ? choice_of(form, *field) : std::nullopt;
    };
    columns.push_back(text_column(heading, spec, Kind::code, 8));
    columns.push_back({{number_heading(heading), Kind::number, 8}, [choice](const Record& record) -> FlatValue {
                           const auto index = choice(record);
                           if (!index) return {};
                           return static_cast<int>(*index) + 1;
                       }});
    columns.push_back({{heading + "の意味", Kind::code, 8}, [choice, &form](const Record& record) -> FlatValue {
                           const auto index = choice(record);
                           return index ? form.choices[*index].short_label : std::string();
                       }});
}

std::string joined(const Field& field) {
    if (field.values.empty()) return field.text;
    std::string text;
    for (const std::string& value : field.values) text += (text.empty() ? "" : "、") + value;
    return text;
}

void add_field(Columns& columns, const Document& document, const Form& form, const FieldSpec& spec) {
    const std::string heading = field_heading(form, spec.id, document.year);
    switch (spec.kind) {
        case FieldKind::mark: return add_mark(columns, document, form, spec);
        case FieldKind::choice: return add_choice(columns, form, heading, spec);
        case FieldKind::departments:
            columns.push_back({{heading, Kind::text, 30}, [&spec](const Record& record) -> FlatValue {
                                   const Field* field = record.find(spec.id);
                                   return field ? joined(*field) : std::string();
                               }});
            return;
        case FieldKind::date:
            columns.push_back(text_column(heading, spec, Kind::code, 16));
            columns.push_back({{heading + "（西暦）", Kind::code, 12}, [&spec](const Record& record) -> FlatValue {
                                   const Field* field = record.find(spec.id);
                                   return field ? field->value : std::string();
                               }});
            return;
        case FieldKind::name: columns.push_back(text_column(heading, spec, Kind::text, 24)); return;
        case FieldKind::prose: columns.push_back(text_column(heading, spec, Kind::text, 44)); return;
    }
}

std::string reprinted_fields(const Record& record, const Form& form, const Document& document) {
    std::string names;
    for (const auto& [id, field] : record.fields) {
        if (field.reprinted) names += (names.empty() ? "" : "、") + field_heading(form, id, document.year);
    }
    return names;
}

void add_remarks(Columns& columns, const Document& document, const Form& form) {
    columns.push_back({{"再掲のある欄", Kind::text, 22},
                       [&](const Record& record) { return reprinted_fields(record, form, document); }});
    auto counts = std::make_shared<std::unordered_map<std::string, int>>();
    for (const Finding& finding : document.findings) ++(*counts)[finding.record];
    columns.push_back({{"指摘数", Kind::number, 8}, [counts](const Record& record) {
                           const auto found = counts->find(record.id);
                           return found == counts->end() ? 0 : found->second;
                       }});
    columns.push_back(
        {{"出典ファイル", Kind::text, 16}, [&](const Record& record) { return source_file(document, record.source); }});
    columns.push_back({{"出典位置", Kind::text, 16}, [](const Record& record) { return source_place(record.source); }});
}

}  // namespace

std::vector<FlatColumn> flat_columns(const Document& document, const Form& form) {
    Columns columns;
    columns.push_back({{"ID", Kind::text, 12}, [](const Record& record) { return record.id; }});
    add_year(columns, document);
    add_section(columns, document, form);
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& spec : column.fields) add_field(columns, document, form, spec);
    }
    add_remarks(columns, document, form);
    return columns;
}

}  // namespace torimatome::writers
