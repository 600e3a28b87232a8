#include "writers/comparison_json.hpp"

#include "writers/json_members.hpp"

namespace torimatome::writers {

namespace {

void text_or_null(JsonStream& json, const char* name, const std::optional<std::string>& text) {
    json.key(name);
    text ? json.text(*text) : json.null();
}

void id_or_null(JsonStream& json, const char* name, const std::string& id) {
    json.key(name);
    id.empty() ? json.null() : json.text(id);
}

void number_member(JsonStream& json, const char* name, double value) {
    json.key(name);
    json.number(value);
}

template <typename Entry, typename Write>
void list_member(JsonStream& json, const char* name, const std::vector<Entry>& entries, Spread spread,
                 const Write& write) {
    json.key(name);
    json.begin_array(spread);
    for (const Entry& entry : entries) write(json, entry);
    json.end_array();
}

void texts_member(JsonStream& json, const char* name, const std::vector<std::string>& texts) {
    list_member(json, name, texts, Spread::compact, [](JsonStream& part, const std::string& text) { part.text(text); });
}

void write_field(JsonStream& json, const FieldChange& change) {
    json.key(change.field);
    json.begin_object(Spread::compact);
    text_member(json, "kind", to_string(change.kind));
    text_or_null(json, "old", change.old_text);
    text_or_null(json, "new", change.new_text);
    list_member(json, "diff", change.diff, Spread::compact, [](JsonStream& part, const DiffPart& diff) {
        part.begin_object(Spread::compact);
        text_member(part, "op", to_string(diff.op));
        text_member(part, "text", diff.text);
        part.end_object();
    });
    json.end_object();
}

void write_pair(JsonStream& json, const RecordPair& pair) {
    json.begin_object(Spread::lines);
    id_or_null(json, "old", pair.old_record);
    id_or_null(json, "new", pair.new_record);
    text_member(json, "kind", to_string(pair.kind));
    number_member(json, "score", pair.score);
    member_if_true(json, "pinned", pair.pinned);
    member_if_true(json, "renumbered", pair.renumbered);
    json.key("fields");
    json.begin_object(Spread::lines);
    for (const FieldChange& change : pair.fields) write_field(json, change);
    json.end_object();
    list_member(json, "findings", pair.findings, Spread::lines, write_finding);
    json.end_object();
}

void write_statement(JsonStream& json, const Statement& statement) {
    json.begin_object(Spread::compact);
    text_member(json, "record", statement.record);
    text_member(json, "text", statement.text);
    json.end_object();
}

void statement_or_null(JsonStream& json, const char* name, const std::optional<Statement>& statement) {
    json.key(name);
    statement ? write_statement(json, *statement) : json.null();
}

void write_plan_answer(JsonStream& json, const PlanAnswer& answer) {
    json.begin_object(Spread::lines);
    json.key("plan");
    write_statement(json, answer.plan);
    statement_or_null(json, "result", answer.result);
    number_member(json, "similarity", answer.similarity);
    texts_member(json, "unanswered", answer.unanswered);
    texts_member(json, "unannounced", answer.unannounced);
    json.end_object();
}

void write_topic(JsonStream& json, const TopicAnswer& topic) {
    json.begin_object(Spread::lines);
    const bool asked = !topic.topic.record.empty();
    statement_or_null(json, "old", asked ? std::optional(topic.topic) : std::nullopt);
    list_member(json, "old_records", topic.records, Spread::lines, write_statement);
    statement_or_null(json, "new", topic.answer_topic);
    list_member(json, "new_records", topic.answers, Spread::lines, write_statement);
    number_member(json, "similarity", topic.similarity);
    list_member(json, "findings", topic.findings, Spread::lines, write_finding);
    json.end_object();
}

void years_member(JsonStream& json, const std::vector<std::optional<int>>& years) {
    list_member(json, "years", years, Spread::compact,
                [](JsonStream& part, const std::optional<int>& year) { year ? part.number(*year) : part.null(); });
}

void comparison_members(JsonStream& json, const Comparison& comparison) {
    text_member(json, "schema", "torimatome-comparison/1");
    years_member(json, {comparison.old_year, comparison.new_year});
    list_member(json, "pairs", comparison.pairs, Spread::lines, write_pair);
    list_member(json, "plan_to_result", comparison.plan_to_result, Spread::lines, write_plan_answer);
    list_member(json, "results_without_plan", comparison.unannounced, Spread::lines, write_statement);
    if (comparison.old_form != comparison.new_form) {
        list_member(json, "topics", comparison.topics, Spread::lines, write_topic);
    }
    list_member(json, "findings", comparison.findings, Spread::lines, write_finding);
}

void write_timeline(JsonStream& json, const Timeline& timeline) {
    json.begin_object(Spread::compact);
    list_member(json, "records", timeline.records, Spread::compact,
                [](JsonStream& part, const std::vector<std::string>& records) {
                    part.begin_array(Spread::compact);
                    for (const std::string& record : records) part.text(record);
                    part.end_array();
                });
    json.end_object();
}

void series_members(JsonStream& json, const ComparisonSeries& series) {
    text_member(json, "schema", "torimatome-comparison/1");
    std::vector<std::optional<int>> years{series.comparisons.front().old_year};
    for (const Comparison& comparison : series.comparisons) years.push_back(comparison.new_year);
    years_member(json, years);
    list_member(json, "comparisons", series.comparisons, Spread::lines,
                [](JsonStream& part, const Comparison& comparison) {
                    part.begin_object(Spread::lines);
                    comparison_members(part, comparison);
                    part.end_object();
                });
    list_member(json, "timelines", series.timelines, Spread::lines, write_timeline);
}

}  // namespace

void write_json(const ComparisonSeries& series, std::ostream& out, JsonLayout layout) {
    JsonStream json(out, layout);
    json.begin_object(Spread::lines);
    if (series.comparisons.size() == 1) {
        comparison_members(json, series.comparisons.front());
    } else {
        series_members(json, series);
    }
    json.end_object();
    json.finish();
}

}  // namespace torimatome::writers
