#include "pipeline/comparison/plan_answers.hpp"

#include <algorithm>
#include <unordered_map>

#include "pipeline/comparison/field_roles.hpp"
#include "pipeline/comparison/field_texts.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/sentences.hpp"

namespace torimatome::pipeline {

namespace {

/// A sentence is answered where another shares this much with it. Of the made-up city's plans, sentences that a result
/// takes up share 0.25 or more of their bigrams with it; others less than 0.2.
constexpr float kAnswered = 0.25F;

struct Sentence {
    std::string text;
    text::Bigrams key;
};

text::Bigrams key_of(const std::string& text) {
    return text::Bigrams(text::compare_key(text, {.fold_marks = false, .fold_years = true}));
}

std::vector<Sentence> sentences_of(const std::string& text) {
    std::vector<Sentence> sentences;
    for (const std::string_view sentence : text::split_sentences(text)) {
        const std::string trimmed(text::trim(sentence));
        text::Bigrams key = key_of(trimmed);
        if (!key.sorted().empty()) sentences.push_back({trimmed, std::move(key)});
    }
    return sentences;
}

/// The sentences of `asked` that no sentence of `answers`, nor all of them together, takes up.
std::vector<std::string> without_answer(const std::string& asked, const std::string& answers) {
    const std::vector<Sentence> sentences = sentences_of(answers);
    const text::Bigrams whole = key_of(answers);
    std::vector<std::string> result;
    for (const Sentence& sentence : sentences_of(asked)) {
        const bool answered = std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& answer) {
            return text::bigram_dice(sentence.key, answer.key) >= kAnswered;
        });
        // A long sentence can be answered over several: half of it must be there then.
        constexpr double kInAll = 0.5;
        if (!answered && text::containment(sentence.key, whole) < kInAll) result.push_back(sentence.text);
    }
    return result;
}

std::string given_text(const Record& record, const std::string& field) {
    const Field* found = record.find(field);
    return found ? found->text : std::string();
}

using RecordsById = std::unordered_map<std::string, const Record*>;

RecordsById by_id(const Document& document) {
    RecordsById records;
    for (const Record& record : document.records) records.emplace(record.id, &record);
    return records;
}

}  // namespace

void add_plan_answers(const Document& older, const Document& newer, const Form& older_form, const Form& newer_form,
                      Comparison& comparison) {
    const std::string plan_field = field_roles(older_form).plan;
    const std::string result_field = field_roles(newer_form).result;
    if (plan_field.empty() || result_field.empty()) return;
    const RecordsById older_records = by_id(older);
    const RecordsById newer_records = by_id(newer);
    const auto plan_of = [&](const RecordPair& pair) {
        return pair.has_old() ? given_text(*older_records.at(pair.old_record), plan_field) : std::string();
    };
    const auto result_of = [&](const RecordPair& pair) {
        return pair.has_new() ? given_text(*newer_records.at(pair.new_record), result_field) : std::string();
    };
    // Where a record was split, any of its parts may answer; where records were merged, any may have announced.
    std::unordered_map<std::string, std::string> results;
    std::unordered_map<std::string, std::string> plans;
    for (const RecordPair& pair : comparison.pairs) {
        if (!pair.has_old() || !pair.has_new()) continue;
        results[pair.old_record] += result_of(pair) + "\n";
        plans[pair.new_record] += plan_of(pair) + "\n";
    }
    for (const RecordPair& pair : comparison.pairs) {
        const std::string plan = plan_of(pair);
        const std::string result = result_of(pair);
        if (plan.empty()) {
            if (!result.empty() && text::trim(plans[pair.new_record]).empty()) {
                comparison.unannounced.push_back({pair.new_record, result});
            }
            continue;
        }
        PlanAnswer answer;
        answer.plan = {pair.old_record, plan};
        if (!result.empty()) answer.result = Statement{pair.new_record, result};
        answer.similarity = likeness(key_of(plan), key_of(result));
        answer.unanswered = without_answer(plan, pair.has_new() ? results[pair.old_record] : std::string());
        if (!result.empty()) answer.unannounced = without_answer(result, plans[pair.new_record]);
        comparison.plan_to_result.push_back(std::move(answer));
    }
}

}  // namespace torimatome::pipeline
