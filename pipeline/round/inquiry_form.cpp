#include "pipeline/round/inquiry_form.hpp"

#include <algorithm>
#include <utility>

#include "text/code_points.hpp"
#include "text/era_date.hpp"
#include "text/locked_text.hpp"
#include "text/year_scanner.hpp"

namespace torimatome::pipeline {

namespace {

constexpr const char* kReference = "【参考】";
constexpr const char* kRemarks = "【参考】備考";
constexpr const char* kOpinions = "【参考】委員会の意見";
constexpr const char* kOpinionAnswer = "意見への対応";

// A column that only the form has, and what it says for a record.
struct OwnColumn {
    std::string heading;
    double width = 20;
    std::string field;  // of last year's record that it shows; empty for others
};

bool is_one_of(const std::string& id, const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string with_years_of(const Document& document, const std::string& heading) {
    if (!document.year) return fill_years(heading, "本年度", "次年度");
    return fill_years(heading, text::fiscal_year_text(*document.year), text::fiscal_year_text(*document.year + 1));
}

// What was planned last year and its category; where a form has no plans, what was answered.
std::vector<OwnColumn> reference_columns(const Document& last, const Form& form, const std::vector<std::string>& open) {
    std::vector<OwnColumn> plans;
    std::vector<OwnColumn> answers;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (!is_one_of(field.id, open)) continue;
            const bool next = column.heading.find("{next-year}") != std::string::npos;
            const OwnColumn own = {kReference + with_years_of(last, column.heading) + "（前回の回答）",
                                   column.width * 0.8, field.id};
            (next || field.kind == FieldKind::choice ? plans : answers).push_back(own);
        }
    }
    const bool any_plan = std::any_of(plans.begin(), plans.end(), [&](const OwnColumn& each) {
        return form.find_field(each.field)->kind != FieldKind::choice;
    });
    if (any_plan) return plans;
    answers.insert(answers.end(), plans.begin(), plans.end());
    return answers;
}

ColumnSpec spec_of(const OwnColumn& own, const Form& form) {
    ColumnSpec column;
    column.heading = own.heading;
    column.width = own.width;
    column.optional = true;
    FieldSpec field;
    field.id = own.heading;
    const FieldSpec* shown = form.find_field(own.field);
    if (shown && shown->kind == FieldKind::choice) field.kind = FieldKind::choice;
    field.required = false;
    column.fields.push_back(std::move(field));
    return column;
}

// The references stand before the first field to fill in, the rest at the end.
Form with_own_columns(const Form& form, const std::vector<OwnColumn>& references, const std::vector<OwnColumn>& others,
                      const std::vector<std::string>& open) {
    Form laid = form;
    auto first = std::find_if(laid.columns.begin(), laid.columns.end(), [&](const ColumnSpec& column) {
        return std::any_of(column.fields.begin(), column.fields.end(),
                           [&](const FieldSpec& field) { return is_one_of(field.id, open); });
    });
    std::vector<ColumnSpec> columns;
    for (const OwnColumn& own : references) columns.push_back(spec_of(own, form));
    laid.columns.insert(first, columns.begin(), columns.end());
    for (const OwnColumn& own : others) laid.columns.push_back(spec_of(own, form));
    return laid;
}

std::string joint_words(const std::vector<std::string>& departments, const std::string& department) {
    std::string others;
    for (const std::string& each : departments) {
        if (each != department) others += (others.empty() ? "" : "、") + each;
    }
    return others.empty() ? "" : "共同の取組です（ほかに " + others + "）。";
}

std::string opinion_words(const std::vector<Opinion>& opinions, const std::string& record) {
    std::string words;
    for (const Opinion& each : opinions) {
        if (each.record != record) continue;
        words += (words.empty() ? "・" : "\n・") + each.text;
        if (!each.answer.empty()) words += "\n　→市の考え方：" + each.answer;
    }
    return words;
}

void add_text(Record& record, const std::string& id, const std::string& text) {
    if (text.empty()) return;
    Field field;
    field.text = text;
    record.fields.emplace_back(id, std::move(field));
}

AskedRecord asked_record(const Record& record, const Form& laid, const std::vector<std::string>& open, bool joint) {
    AskedRecord asked;
    asked.id = record.id;
    asked.section = record.section;
    asked.joint = joint;
    for (const ColumnSpec& column : laid.columns) {
        for (const FieldSpec& field : column.fields) {
            if (is_one_of(field.id, open)) continue;
            asked.locked.push_back(text::lock_text(field.id, record.text(field.id)));
            const Field* given = record.find(field.id);
            if (given && given->inherited) asked.inherited.push_back(field.id);
        }
    }
    return asked;
}

std::vector<Section> sections_of(const std::vector<Record>& records, const std::vector<Section>& sections) {
    std::vector<Section> result;
    for (const Section& section : sections) {
        const bool asked = std::any_of(records.begin(), records.end(),
                                       [&](const Record& record) { return record.section == section.number; });
        if (asked) result.push_back(section);
    }
    return result;
}

// A title may name other years too: those of a disaster, of a report. They stay.
bool is_of_round(const text::YearMention& mention, int year) {
    if (!mention.year_sign && !mention.fiscal) return false;
    return mention.year == year || (mention.fiscal && mention.year == year + 1);
}

// 「令和４年」 a year later is 「令和５年」: with or without 度, in the width that was written.
std::string moved_year(const text::YearMention& mention, const std::string& written, int years) {
    constexpr std::string_view kFiscal = "度";
    constexpr char32_t kFullWidthZero = U'０';
    std::string moved = text::fiscal_year_text(mention.year + years);
    if (!mention.fiscal) moved.resize(moved.size() - kFiscal.size());
    const bool full_width =
        std::any_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; }) == false;
    if (!full_width || written.find("元") != std::string::npos) return moved;
    std::string wide;
    for (const char c : moved) {
        if (c >= '0' && c <= '9') {
            text::append_code_point(wide, kFullWidthZero + static_cast<char32_t>(c - '0'));
        } else {
            wide += c;
        }
    }
    return wide;
}

}  // namespace

std::string title_of_year(const std::string& title, std::optional<int> from, int to) {
    if (!from) return title;
    std::string result;
    for (std::size_t at = 0; at < title.size();) {
        const text::CodePoint c = text::code_point_at(title, at);
        const auto mention = text::may_start_year(c.value) ? text::scan_year(title, at) : std::nullopt;
        if (mention && is_of_round(*mention, *from)) {
            result += moved_year(*mention, title.substr(mention->begin, mention->end - mention->begin), to - *from);
            at = mention->end;
        } else {
            result += title.substr(at, c.length);
            at += c.length;
        }
    }
    return result;
}

InquiryForm make_inquiry_form(const Document& last, const Form& form, const Recipient& recipient,
                              const std::vector<std::vector<std::string>>& departments,
                              const std::vector<Opinion>& opinions, int year) {
    InquiryForm made;
    made.open = fields_to_fill_in(form);
    const std::vector<OwnColumn> references = reference_columns(last, form, made.open);
    const auto any_record = [&](auto holds) {
        return std::any_of(recipient.records.begin(), recipient.records.end(), holds);
    };
    std::vector<OwnColumn> others;
    const bool opinion =
        any_record([&](std::size_t i) { return !opinion_words(opinions, last.records[i].id).empty(); });
    if (opinion) others.push_back({kOpinions, 24, {}});
    if (opinion) others.push_back({kOpinionAnswer, 24, {}});
    if (any_record([&](std::size_t i) { return departments[i].size() > 1; })) others.push_back({kRemarks, 16, {}});
    made.form = with_own_columns(form, references, others, made.open);
    if (opinion) made.open.push_back(kOpinionAnswer);

    made.document.form = form.id;
    made.document.label = last.label;
    made.document.year = year;
    made.document.title = title_of_year(last.title, last.year, year);
    made.round.form = form.id;
    made.round.year = year;
    made.round.department = recipient.department.empty() ? "担当未定" : recipient.department;
    for (const OwnColumn& own : references) made.round.columns.push_back(own.heading);
    for (const OwnColumn& own : others) made.round.columns.push_back(own.heading);
    for (const std::size_t i : recipient.records) {
        const Record& before = last.records[i];
        Record record = before;
        std::erase_if(record.fields, [&](const auto& field) {
            return is_one_of(field.first, made.open) || !form.find_field(field.first);
        });
        for (const OwnColumn& own : references) add_text(record, own.heading, before.text(own.field));
        add_text(record, kOpinions, opinion_words(opinions, before.id));
        const bool joint = departments[i].size() > 1;
        if (joint) add_text(record, kRemarks, joint_words(departments[i], recipient.department));
        made.joint += joint ? 1 : 0;
        made.round.records.push_back(asked_record(record, made.form, made.open, joint));
        made.document.records.push_back(std::move(record));
        made.previous.push_back(before);
    }
    made.document.sections = sections_of(made.document.records, last.sections);
    return made;
}

}  // namespace torimatome::pipeline
