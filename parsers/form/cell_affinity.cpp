#include "parsers/form/cell_affinity.hpp"

#include <algorithm>

#include "parsers/form/date_cell.hpp"
#include "parsers/form/department_list.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/era_date.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

constexpr double kCertain = 4;
constexpr double kImpossible = -12;
constexpr double kUnlikely = -4;

bool names_year(const std::string& text, int year) {
    const auto mentions = text::find_fiscal_years(text);
    return std::any_of(mentions.begin(), mentions.end(), [year](const auto& mention) { return mention.year == year; });
}

// The text without 【再掲】 and white space at its end, which say nothing about its tense.
std::string_view without_tags(const std::string& text, const Form& form) {
    std::string_view rest = text::trim(text);
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string& mark : form.reprint_marks) {
            if (!rest.ends_with(mark)) continue;
            rest = text::trim(rest.substr(0, rest.size() - mark.size()));
            cut = true;
        }
    }
    return rest;
}

bool cue_fits(const Cue& cue, const std::string& text, std::string_view bare, const AffinityContext& context) {
    if (cue.text == "{year}") return context.year && names_year(text, *context.year);
    if (cue.text == "{next-year}") return context.year && names_year(text, *context.year + 1);
    switch (cue.where) {
        case Cue::Where::start: return bare.starts_with(cue.text);
        case Cue::Where::end: return bare.ends_with(cue.text);
        case Cue::Where::inside: return bare.find(cue.text) != std::string_view::npos;
    }
    return false;
}

double start_points(const FieldSpec& field, std::string_view bare) {
    constexpr double kUsual = 4;
    constexpr double kUnusual = -1.5;
    if (field.usual_start.empty() || bare.empty()) return 0;
    const std::string_view first = bare.substr(0, text::code_point_at(bare, 0).length);
    return field.usual_start.find(first) != std::string::npos ? kUsual : kUnusual;
}

}  // namespace

// Of the endings only the longest counts: 「できた。」 ends in 「た。」 too.
double cue_affinity(const FieldSpec& field, const std::string& text, const AffinityContext& context) {
    const std::string_view bare = without_tags(text, *context.form);
    double points = 0;
    const Cue* ending = nullptr;
    for (const Cue& cue : field.cues) {
        if (!cue_fits(cue, text, bare, context)) continue;
        if (cue.where != Cue::Where::end) {
            points += cue.points;
        } else if (!ending || cue.text.size() > ending->text.size()) {
            ending = &cue;
        }
    }
    return points + (ending ? ending->points : 0) + start_points(field, bare);
}

namespace {

bool is_some_mark(const std::string& text, const Form& form) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.kind != FieldKind::mark) continue;
            if (text::whole_mark(text, *text::mark_style_from_name(field.style))) return true;
        }
    }
    return false;
}

bool has_kind(const Form& form, FieldKind kind) {
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (field.kind == kind) return true;
        }
    }
    return false;
}

// What prose cannot be, because it is something else that this form has.
double prose_penalty(const std::string& text, const AffinityContext& context) {
    const Form& form = *context.form;
    if (text.size() > 120) return 0;
    if (is_some_mark(text, form)) return kImpossible;
    if (!choices_in(text, form).empty()) return kImpossible;
    if (has_kind(form, FieldKind::date) && read_date_cell(text).date) return kUnlikely;
    const bool departments = has_kind(form, FieldKind::departments);
    if (departments && split_departments(text, *context.organisations).plausible) return kUnlikely;
    return 0;
}

}  // namespace

std::vector<const Choice*> choices_in(const std::string& text, const Form& form) {
    std::vector<const Choice*> found;
    std::string token;
    const auto take = [&](std::string_view part) {
        const std::string key = text::compare_key(part);
        const auto number = text::numeral_value(part);
        for (const Choice& choice : form.choices) {
            const bool same_number = number && number == text::numeral_value(choice.value);
            if (same_number || key == text::compare_key(choice.value) || key == text::compare_key(choice.label) ||
                key == text::compare_key(choice.short_label)) {
                found.push_back(&choice);
                return true;
            }
        }
        return false;
    };
    for (std::size_t at = 0; at <= text.size();) {
        const text::CodePoint c = at < text.size() ? text::code_point_at(text, at) : text::CodePoint{U' ', 1};
        const bool separator = text::is_space(c.value) || c.value == U'、' || c.value == U'・' || c.value == U'/';
        if (!separator) {
            token += text.substr(at, c.length);
        } else if (!token.empty()) {
            if (!take(token)) return {};
            token.clear();
        }
        at += c.length;
    }
    return found;
}

double cell_affinity(const FieldSpec& field, const std::string& text, const AffinityContext& context) {
    switch (field.kind) {
        case FieldKind::mark:
            return text::whole_mark(text, *text::mark_style_from_name(field.style)) ? kCertain : kImpossible;
        case FieldKind::choice: return choices_in(text, *context.form).empty() ? kImpossible : kCertain;
        case FieldKind::departments:
            return split_departments(text, *context.organisations).plausible ? kCertain : kImpossible;
        case FieldKind::date: return read_date_cell(text).is_date ? kCertain : kUnlikely;
        case FieldKind::name:
        case FieldKind::prose: break;
    }
    const double penalty = prose_penalty(text, context);
    return penalty != 0 ? penalty : cue_affinity(field, text, context);
}

namespace {

bool is_mark(std::string_view word) {
    using text::MarkStyle;
    for (const MarkStyle style : {MarkStyle::number, MarkStyle::circled, MarkStyle::parenthesised}) {
        if (text::whole_mark(word, style)) return true;
    }
    return false;
}

std::size_t next_space(std::string_view text, std::size_t at) {
    while (at < text.size() && !text::is_space(text::code_point_at(text, at).value)) {
        at += text::code_point_at(text, at).length;
    }
    return at;
}

// Where the name ends with which `text` starts: before the first space, that behind a number apart.
std::size_t end_of_name(std::string_view text) {
    std::size_t end = next_space(text, 0);
    if (!is_mark(text.substr(0, end))) return end;
    while (end < text.size() && text::is_space(text::code_point_at(text, end).value)) {
        end += text::code_point_at(text, end).length;
    }
    return next_space(text, end);
}

}  // namespace

std::vector<FusedPart> split_fused(const std::string& text, const std::vector<const FieldSpec*>& fields) {
    std::vector<FusedPart> parts;
    std::string_view rest = text::trim(text);
    for (const FieldSpec* field : fields) {
        FusedPart part;
        part.field = field;
        if (field->kind == FieldKind::mark) {
            if (const auto mark = text::leading_mark(rest, *text::mark_style_from_name(field->style))) {
                part.text = mark->text;
                if (mark->through_look_alike) part.value = text::mark_text(mark->style, mark->number);
                rest = text::trim(rest.substr(mark->length));
            }
        } else if (field->kind == FieldKind::name && field != fields.back()) {
            const std::size_t end = end_of_name(rest);
            part.text = rest.substr(0, end);
            rest = text::trim(rest.substr(end));
        } else {
            part.text = rest;
            rest = {};
        }
        parts.push_back(std::move(part));
    }
    if (parts.size() == 1 && !rest.empty()) {
        parts.back() = {parts.back().field, std::string(text::trim(text)), {}};
    } else if (!rest.empty()) {
        parts.back().text += " " + std::string(rest);
    }
    return parts;
}

double fused_affinity(const std::vector<const FieldSpec*>& fields, const std::string& text,
                      const AffinityContext& context) {
    double points = 0;
    for (const FusedPart& part : split_fused(text, fields)) {
        const bool mark = part.field->kind == FieldKind::mark;
        if (!part.text.empty()) {
            points += cell_affinity(*part.field, part.text, context);
        } else if (mark) {
            points -= 3;
        } else {
            // A mark alone is no cell of mark and prose; a name alone may be one of name and sentence.
            points += part.field->required ? kImpossible : -1;
        }
    }
    return points;
}

}  // namespace torimatome::parsers
