#include "parsers/form/row_column_habits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/language.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

// Points are natural logarithms of how many times likelier a text is in the one column than in the other. A pair has
// to be e⁵, 150 times, likelier after the change: a sound pair, a plan that tells of what was done, reached e⁴.
constexpr double kFarBetter = 5;
constexpr int kFewestTexts = 6;  // of a column, or it has no habits

constexpr const char* kName = "name";  // a trait: a short start before a space

using Traits = std::vector<std::string>;

std::string kind_of(char32_t c) {
    if (text::is_hiragana(c)) return "hiragana";
    if (text::is_katakana(c)) return "katakana";
    if (text::is_ideograph(c)) return "ideograph";
    if ((c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９')) return "digit";
    if ((c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) return "letter";
    std::string sign;
    text::append_code_point(sign, c);
    return sign;
}

struct Shape {
    std::size_t characters = 0;
    int sentences = 0;
    int lines = 1;
    bool name = false;  // a short start before a space
    char32_t first = 0;
    char32_t last = 0;
    char32_t before_last = 0;
};

Shape shape_of(const std::string& text) {
    constexpr std::size_t kLongestName = 30;
    Shape shape;
    bool in_name = true;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        at += c.length;
        if (c.value == U'\n') ++shape.lines;
        if (c.value == U'。') ++shape.sentences;
        if (text::is_space(c.value)) {
            shape.name = shape.name || (in_name && shape.sentences == 0 && shape.characters < kLongestName);
            in_name = false;
            continue;
        }
        if (shape.characters++ == 0) shape.first = c.value;
        shape.before_last = shape.last;
        shape.last = c.value;
    }
    return shape;
}

Traits traits_of(const std::string& text) {
    const Shape shape = shape_of(text);
    const auto magnitude = static_cast<int>(std::log2(static_cast<double>(shape.characters) + 1));
    std::string end = kind_of(shape.last);
    if (shape.last == U'。') text::append_code_point(end, shape.before_last);
    return {"start " + kind_of(shape.first),
            "end " + end,
            "length " + std::to_string(magnitude),
            "sentences " + std::to_string(std::min(shape.sentences, 3)),
            "lines " + std::to_string(std::min(shape.lines, 3)),
            shape.name ? kName : "no name"};
}

struct Column {
    const ColumnSpec* spec = nullptr;
    std::map<std::string, int> counts;
    int texts = 0;
};

// The texts of one row by column; empty where the row has none of its own.
using RowTexts = std::vector<std::string>;

bool is_text_column(const ColumnSpec& column) {
    return std::any_of(column.fields.begin(), column.fields.end(), [](const FieldSpec& field) {
        return field.kind == FieldKind::prose || field.kind == FieldKind::name;
    });
}

std::string text_in(const Record& record, const ColumnSpec& column) {
    std::string text;
    for (const FieldSpec& spec : column.fields) {
        const Field* field = record.find(spec.id);
        if (spec.kind == FieldKind::mark || !is_own(field)) continue;
        text += (text.empty() ? "" : " ") + field->text;
    }
    return text;
}

double points(const Column& column, const Traits& traits, bool own) {
    constexpr double kUnseen = 0.3;  // a trait that the column has not shown yet
    constexpr double kValues = 4;    // about as many values has a trait
    const double all = column.texts - (own ? 1 : 0);
    double sum = 0;
    for (const std::string& trait : traits) {
        const auto found = column.counts.find(trait);
        const double seen = found == column.counts.end() ? 0 : found->second - (own ? 1 : 0);
        sum += std::log((seen + kUnseen) / (all + kUnseen * kValues));
    }
    return sum;
}

std::vector<Column> columns_of(const Form& form) {
    std::vector<Column> columns;
    for (const ColumnSpec& spec : form.columns) {
        if (is_text_column(spec)) columns.push_back({&spec, {}, 0});
    }
    return columns;
}

Finding swapped(const RowsRead& rows, const Record& record, const Column& column, const Column& other) {
    const std::string& field = column.spec->fields.back().id;
    const std::string here = heading_of(rows, field);
    const std::string there = heading_of(rows, other.spec->fields.back().id);
    return row_finding("row.cell-doubtful", record, field,
                       tell(fmt::format("「{}」と「{}」の文が入れ替わっているように見えます。", here, there),
                            fmt::format("The texts of \"{}\" and \"{}\" seem to have changed places.", here, there)));
}

// Names stand in the column of names. Where those of another have a name before their sentence and those of this one
// have none, the headings of the two changed places, and every row with them.
void add_swapped_headings(const RowsRead& rows, const std::vector<Column>& columns, Findings& findings) {
    const auto named = [](const Column& column) {
        const auto found = column.counts.find(kName);
        return found == column.counts.end() ? 0 : found->second;
    };
    for (const Column& column : columns) {
        if (column.spec->fields.front().kind != FieldKind::name || column.texts < kFewestTexts) continue;
        for (const Column& other : columns) {
            const bool swaps = named(column) * 10 < column.texts * 3 && named(other) * 10 > other.texts * 6;
            if (&column == &other || !swaps) continue;
            for (const Record& record : rows.document.records) {
                findings.push_back(swapped(rows, record, column, other));
            }
        }
    }
}

}  // namespace

Findings habit_doubts(const RowsRead& rows) {
    std::vector<Column> columns = columns_of(rows.form);
    std::vector<std::vector<Traits>> traits;
    for (const Record& record : rows.document.records) {
        auto& row = traits.emplace_back(columns.size());
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const std::string text = text_in(record, *columns[c].spec);
            if (text.empty()) continue;
            row[c] = traits_of(text);
            ++columns[c].texts;
            for (const std::string& trait : row[c]) ++columns[c].counts[trait];
        }
    }
    Findings findings;
    add_swapped_headings(rows, columns, findings);
    for (std::size_t i = 0; i < traits.size(); ++i) {
        for (std::size_t a = 0; a < columns.size(); ++a) {
            for (std::size_t b = a + 1; b < columns.size(); ++b) {
                if (traits[i][a].empty() || traits[i][b].empty()) continue;
                if (columns[a].texts < kFewestTexts || columns[b].texts < kFewestTexts) continue;
                const double gain = points(columns[b], traits[i][a], false) + points(columns[a], traits[i][b], false) -
                                    points(columns[a], traits[i][a], true) - points(columns[b], traits[i][b], true);
                if (gain <= kFarBetter) continue;
                findings.push_back(swapped(rows, rows.document.records[i], columns[a], columns[b]));
                findings.push_back(swapped(rows, rows.document.records[i], columns[b], columns[a]));
            }
        }
    }
    return findings;
}

}  // namespace torimatome::parsers
