#include "writers/csv.hpp"

#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/era_date.hpp"
#include "text/mark.hpp"

namespace torimatome::writers {

namespace {

/// A column of the file that holds a field.
struct FieldColumn {
    std::string field;
    std::string heading;
};

/// What tells a field from the others under one heading: 「取組方針（①）」 for a circled mark.
std::string field_word(const FieldSpec& field) {
    switch (field.kind) {
        case FieldKind::mark: {
            const auto style = text::mark_style_from_name(field.style);
            return style ? text::mark_text(*style, 1) : "記号";
        }
        case FieldKind::name: return "名称";
        case FieldKind::prose: return "本文";
        case FieldKind::choice: return "区分";
        case FieldKind::departments: return "担当";
        case FieldKind::date: return "日付";
    }
    return field.id;
}

/// The columns besides the fields. A form without sections has no section columns.
struct FixedColumns {
    std::vector<std::string> before;
    std::vector<std::string> after;
};

FixedColumns fixed_columns(const Form& form) {
    FixedColumns columns{{"ID"}, {"再掲", "上段から", "出典"}};
    if (!form.section.name.empty()) {
        columns.before.push_back(form.section.name + "番号");
        columns.before.push_back(form.section.name);
    }
    return columns;
}

/// Headings are unique, because programs that read CSV take columns by them.
void make_headings_unique(std::vector<FieldColumn>& columns, const FixedColumns& fixed) {
    std::map<std::string, int> uses;
    for (const std::string& heading : fixed.before) ++uses[heading];
    for (const std::string& heading : fixed.after) ++uses[heading];
    for (const FieldColumn& column : columns) ++uses[column.heading];
    for (FieldColumn& column : columns) {
        if (uses[column.heading] > 1) column.heading += "（" + column.field + "）";
    }
}

std::vector<FieldColumn> field_columns(const Document& document, const Form& form) {
    const std::string year = document.year ? text::fiscal_year_text(*document.year) : "当該年度";
    const std::string next_year = document.year ? text::fiscal_year_text(*document.year + 1) : "翌年度";
    std::vector<FieldColumn> columns;
    std::set<std::string> known;
    for (const ColumnSpec& column : form.columns) {
        const std::string heading = fill_years(column.heading, year, next_year);
        for (const FieldSpec& field : column.fields) {
            const bool alone = column.fields.size() == 1;
            columns.push_back({field.id, alone ? heading : heading + "（" + field_word(field) + "）"});
            known.insert(field.id);
        }
    }
    // Fields that the form does not know, as of a document that another version wrote, follow under their ids.
    for (const Record& record : document.records) {
        for (const auto& [id, field] : record.fields) {
            if (known.insert(id).second) columns.push_back({id, id});
        }
    }
    make_headings_unique(columns, fixed_columns(form));
    return columns;
}

void append_cell(std::string& row, std::string_view text) {
    constexpr std::string_view kAnywhere = ",\"\r\n";
    constexpr std::string_view kAtEnds = " \t";
    constexpr std::string_view kFormulaStart = "=+@-";
    const bool quoted = text.find_first_of(kAnywhere) != std::string_view::npos ||
                        (!text.empty() && (kFormulaStart.find(text.front()) != std::string_view::npos ||
                                           kAtEnds.find(text.front()) != std::string_view::npos ||
                                           kAtEnds.find(text.back()) != std::string_view::npos));
    if (!quoted) {
        row += text;
        return;
    }
    row.push_back('"');
    for (const char c : text) {
        if (c == '"') row.push_back('"');
        row.push_back(c);
    }
    row.push_back('"');
}

void write_row(const std::vector<std::string>& cells, std::ostream& out) {
    std::string row;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) row.push_back(',');
        append_cell(row, cell);
    }
    row += "\r\n";
    out.write(row.data(), static_cast<std::streamsize>(row.size()));
}

/// The headings of the fields that carry a flag, as one cell.
std::string flagged(const Record& record, const std::vector<FieldColumn>& columns, bool Field::*flag) {
    std::string headings;
    for (const FieldColumn& column : columns) {
        const Field* field = record.find(column.field);
        if (!field || !(field->*flag)) continue;
        if (!headings.empty()) headings += "、";
        headings += column.heading;
    }
    return headings;
}

/// Where the record stands; with the input's name even where the record leaves it to the document.
std::string source_text(const Record& record, const Document& document) {
    SourcePosition position = record.source;
    if (position.file.empty()) position.file = document.source.file;
    return describe(position);
}

}  // namespace

void write_csv(const Document& document, const Form& form, std::ostream& out) {
    const FixedColumns fixed = fixed_columns(form);
    const std::vector<FieldColumn> columns = field_columns(document, form);
    const bool has_sections = fixed.before.size() > 1;
    std::map<std::string, std::string> section_titles;
    for (const Section& section : document.sections) section_titles.emplace(section.number, section.title);

    out << "\xEF\xBB\xBF";  // without a byte order mark Excel takes UTF-8 for code page 932
    std::vector<std::string> cells = fixed.before;
    for (const FieldColumn& column : columns) cells.push_back(column.heading);
    cells.insert(cells.end(), fixed.after.begin(), fixed.after.end());
    write_row(cells, out);

    for (const Record& record : document.records) {
        cells.assign({record.id});
        if (has_sections) {
            cells.push_back(record.section);
            cells.push_back(section_titles[record.section]);
        }
        for (const FieldColumn& column : columns) cells.push_back(record.text(column.field));
        cells.push_back(flagged(record, columns, &Field::reprinted));
        cells.push_back(flagged(record, columns, &Field::inherited));
        cells.push_back(source_text(record, document));
        write_row(cells, out);
    }
}

}  // namespace torimatome::writers
