#include "pipeline/committee/score_form.hpp"

#include <algorithm>
#include <utility>

#include "model/round.hpp"
#include "text/era_date.hpp"
#include "text/locked_text.hpp"

namespace torimatome::pipeline {

namespace {

constexpr const char* kNumber = "番号";
constexpr const char* kChanges = "前年度からの変化";
/// Share of new words from which on a plan is another one: marking each of its words would mark none.
constexpr double kRewritten = 0.85;
constexpr const char* kInserted = "C00000";  // colour of words that are new

std::string with_years_of(const std::string& heading, const std::optional<int>& year) {
    if (!year) return fill_years(heading, "本年度", "次年度");
    return fill_years(heading, text::fiscal_year_text(*year), text::fiscal_year_text(*year + 1));
}

// One column of the members' sheet; `field` is that of the document's form which it shows.
struct Fact {
    std::string id;
    double width = 20;
    FieldKind kind = FieldKind::prose;
    std::string field;
};

bool is_subject(const Form& form, const FieldSpec& field, const std::vector<std::string>& open) {
    const bool first = std::any_of(form.columns.front().fields.begin(), form.columns.front().fields.end(),
                                   [&](const FieldSpec& each) { return each.id == field.id; });
    const bool asked = std::find(open.begin(), open.end(), field.id) != open.end();
    return first || (!asked && field.kind != FieldKind::departments);
}

// 「取組方針・取組の到達目標」: all columns that say which measure it is.
std::string subject_heading(const Form& form, const std::vector<std::string>& open) {
    std::string heading;
    for (const ColumnSpec& column : form.columns) {
        const bool subject = std::any_of(column.fields.begin(), column.fields.end(),
                                         [&](const FieldSpec& field) { return is_subject(form, field, open); });
        if (subject) heading += (heading.empty() ? "" : "・") + column.heading;
    }
    return heading;
}

std::string title_of(const Record& record, const Form& form) {
    std::string title;
    for (const FieldSpec& field : form.columns.front().fields) {
        const std::string& text = record.text(field.id);
        if (!text.empty()) title += (title.empty() ? "" : "　") + text;
    }
    return title;
}

std::string goal_of(const Record& record, const Form& form, const std::vector<std::string>& open) {
    std::string goal;
    for (std::size_t i = 1; i < form.columns.size(); ++i) {
        for (const FieldSpec& field : form.columns[i].fields) {
            if (!is_subject(form, field, open) || record.text(field.id).empty()) continue;
            goal += (goal.empty() ? "" : "\n") + record.text(field.id);
        }
    }
    return goal;
}

std::string departments_of(const Record& record, const Form& form) {
    for (const auto& [id, field] : record.fields) {
        const FieldSpec* spec = form.find_field(id);
        if (spec && spec->kind == FieldKind::departments) return field.text;
    }
    return {};
}

std::vector<Fact> facts_of(const Document& document, const Form& form, const std::vector<std::string>& open,
                           bool compared) {
    std::vector<Fact> facts = {{kNumber, 12, FieldKind::choice, {}},
                               {subject_heading(form, open), 30, FieldKind::prose, {}}};
    if (compared) {
        for (const ColumnSpec& column : form.columns) {
            if (column.heading.find("{next-year}") == std::string::npos) continue;
            const std::optional<int> last = document.year ? std::optional<int>(*document.year - 1) : std::nullopt;
            facts.push_back({with_years_of(column.heading, last) + "（前年度の計画）", 30, FieldKind::prose, {}});
            break;
        }
    }
    std::vector<Fact> behind;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            const bool asked = std::find(open.begin(), open.end(), field.id) != open.end();
            const std::string heading = with_years_of(column.heading, document.year);
            if (asked) facts.push_back({heading, field.kind == FieldKind::choice ? 9 : 34.0, field.kind, field.id});
            if (field.kind == FieldKind::departments) behind.push_back({heading, 16, FieldKind::prose, field.id});
        }
    }
    facts.insert(facts.end(), behind.begin(), behind.end());
    if (compared) facts.push_back({kChanges, 15, FieldKind::prose, {}});
    return facts;
}

ColumnSpec column_of(const std::string& heading, const std::string& id, double width, FieldKind kind) {
    ColumnSpec column;
    column.heading = heading;
    column.width = width;
    FieldSpec field;
    field.id = id;
    field.kind = kind;
    column.fields.push_back(std::move(field));
    return column;
}

Form score_columns(const std::vector<Fact>& facts) {
    Form form;
    for (const Fact& fact : facts) form.columns.push_back(column_of(fact.id, fact.id, fact.width, fact.kind));
    form.columns.push_back(column_of("評価", "grade", 12, FieldKind::choice));
    form.columns.push_back(column_of("理由・コメント", "comment", 34, FieldKind::prose));
    form.columns.push_back(column_of("質問", "question", 26, FieldKind::prose));
    return form;
}

std::string change_words(const MeasureChange& change, const std::string& category) {
    constexpr double kLittle = 0.02;
    std::string words;
    const auto add = [&](const std::string& each) { words += (words.empty() ? "・" : "\n・") + each; };
    if (change.added) add("新しい取組");
    if (!change.old_category.empty()) add("区分 " + change.old_category + " → " + category);
    if (!change.added && change.changed >= kRewritten) add("計画を全面的に書き換え");
    if (!change.added && change.changed >= kLittle && change.changed < kRewritten) add("計画を一部変更");
    if (!change.unanswered.empty()) add("前年度の計画に、結果で触れていないものがある");
    return words.empty() ? "変更なし" : words;
}

std::vector<TextRun> marked_words(const Diff& diff) {
    std::vector<TextRun> runs;
    for (const DiffPart& part : diff) {
        if (part.op == DiffPart::Op::remove) continue;
        TextRun run;
        run.text = part.text;
        if (part.op == DiffPart::Op::insert) {
            run.bold = run.underline = true;
            run.color = kInserted;
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

void add_text(Record& record, const std::string& id, const std::string& text, std::vector<TextRun> runs = {}) {
    if (text.empty()) return;
    Field field;
    field.text = text;
    field.runs = std::move(runs);
    record.fields.emplace_back(id, std::move(field));
}

std::string category_of(const Record& record, const Form& form) {
    for (const auto& [id, field] : record.fields) {
        const FieldSpec* spec = form.find_field(id);
        if (spec && spec->kind == FieldKind::choice) return field.text;
    }
    return {};
}

Record score_record(const Record& record, const Form& form, const std::vector<Fact>& facts, const Measure& measure,
                    const MeasureChange* change) {
    Record row;
    row.id = record.id;
    row.section = record.section;
    for (const Fact& fact : facts) {
        if (fact.id == kNumber) {
            add_text(row, fact.id, record.id);
        } else if (fact.id == kChanges) {
            add_text(row, fact.id, change ? change_words(*change, category_of(record, form)) : "");
        } else if (!fact.field.empty()) {
            const Field* given = record.find(fact.field);
            if (!given) continue;
            const bool differs = change && change->changed < kRewritten && change->diffs.contains(fact.field);
            add_text(row, fact.id, given->text, differs ? marked_words(change->diffs.at(fact.field)) : given->runs);
        } else if (&fact == &facts[1]) {
            add_text(row, fact.id, measure.title + (measure.goal.empty() ? "" : "\n" + measure.goal));
        } else {
            add_text(row, fact.id, change ? change->plan : "");
        }
    }
    return row;
}

}  // namespace

ScoreForm make_score_form(const Document& document, const Form& form, const Scale& scale,
                          const std::vector<Member>& members, const std::map<std::string, MeasureChange>* changes) {
    const std::vector<std::string> open = fields_to_fill_in(form);
    const std::vector<Fact> facts = facts_of(document, form, open, changes != nullptr);
    ScoreForm made;
    made.form = score_columns(facts);
    made.document.year = document.year;
    made.document.sections = document.sections;
    made.ballot.form = form.id;
    made.ballot.title = document.title;
    made.ballot.year = document.year;
    made.ballot.section_name = form.section.name;
    made.ballot.scale = scale;
    made.ballot.members = members;
    for (const Record& record : document.records) {
        const MeasureChange* change = nullptr;
        if (changes && changes->contains(record.id)) change = &changes->at(record.id);
        Measure measure = {record.id,
                           record.section,
                           title_of(record, form),
                           goal_of(record, form, open),
                           departments_of(record, form),
                           {}};
        Record row = score_record(record, form, facts, measure, change);
        for (const Fact& fact : facts) measure.locked.push_back(text::lock_text(fact.id, row.text(fact.id)));
        made.document.records.push_back(std::move(row));
        made.ballot.measures.push_back(std::move(measure));
    }
    made.priorities = find_priorities(document, form, changes);
    return made;
}

}  // namespace torimatome::pipeline
