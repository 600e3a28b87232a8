#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/round.hpp"
#include "pipeline/committee/score_form.hpp"
#include "text/compare_key.hpp"
#include "text/similarity.hpp"

namespace torimatome::pipeline {

namespace {

constexpr double kMuch = 0.85;   // share of a plan's words that are new; half of them are in any year's plan
constexpr int kWorthASeat = 30;  // weight from which on a measure stands in the list

// A reason with its weight: the heaviest come first.
struct Reason {
    int weight = 0;
    std::string words;
};

// The field that reports on the year: 「{year}の取組とその結果」; the first one to fill in where no heading says so.
std::string result_field(const Form& form) {
    const std::vector<std::string> open = fields_to_fill_in(form);
    for (const ColumnSpec& column : form.columns) {
        if (column.heading.find("{year}") == std::string::npos) continue;
        for (const FieldSpec& field : column.fields) {
            if (std::find(open.begin(), open.end(), field.id) != open.end()) return field.id;
        }
    }
    return open.empty() ? std::string() : open.front();
}

std::string key_without_marks(std::string text, const Form& form) {
    for (const std::string& mark : form.reprint_marks) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    }
    return text::compare_key(text);
}

// Whether some other record says the same, or says more or less than the reprint but nothing else.
bool has_original(const Document& document, const Record& record, const std::string& field, const std::string& key) {
    return std::any_of(document.records.begin(), document.records.end(), [&](const Record& other) {
        const Field* given = other.find(field);
        if (&other == &record || !given || given->text.empty() || given->reprinted) return false;
        const std::string original = text::compare_key(given->text);
        return original.find(key) != std::string::npos || key.find(original) != std::string::npos;
    });
}

void add_reprints(const Document& document, const Record& record, const Form& form, std::vector<Reason>& reasons) {
    for (const auto& [id, field] : record.fields) {
        if (!field.reprinted || field.inherited) continue;
        const std::string key = key_without_marks(field.text, form);
        if (key.empty() || has_original(document, record, id, key)) continue;
        reasons.push_back({30, "【再掲】とあるが、同じ文がほかの取組にない"});
        return;
    }
}

std::vector<Reason> reasons_of(const Document& document, const Record& record, const Form& form,
                               const MeasureChange* change) {
    std::vector<Reason> reasons;
    const std::string result = result_field(form);
    const bool new_measure = change && change->added;
    if (!result.empty() && record.text(result).empty() && !new_measure) reasons.push_back({60, "結果の記載がない"});
    if (change && !change->unanswered.empty()) {
        reasons.push_back(
            {50,
             fmt::format("前年度の計画に、結果で触れていないものがある（「{}」{}）", change->unanswered.front(),
                         change->unanswered.size() > 1 ? fmt::format("ほか{}件", change->unanswered.size() - 1) : "")});
    }
    if (change && !change->old_category.empty()) {
        reasons.push_back({40, fmt::format("取組区分が「{}」から変わった", change->old_category)});
    }
    if (new_measure) reasons.push_back({30, "前年度にない新しい取組"});
    if (change && !change->added && change->changed >= kMuch) reasons.push_back({30, "計画が大きく変わった"});
    add_reprints(document, record, form, reasons);
    return reasons;
}

}  // namespace

std::vector<writers::Priority> find_priorities(const Document& document, const Form& form,
                                               const std::map<std::string, MeasureChange>* changes) {
    std::vector<std::pair<int, writers::Priority>> weighed;
    for (const Record& record : document.records) {
        const MeasureChange* change = nullptr;
        if (changes && changes->contains(record.id)) change = &changes->at(record.id);
        writers::Priority priority{record.id, {}};
        int weight = 0;
        for (const Reason& reason : reasons_of(document, record, form, change)) {
            weight += reason.weight;
            priority.reasons.push_back(reason.words);
        }
        if (weight >= kWorthASeat) weighed.emplace_back(weight, std::move(priority));
    }
    std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<writers::Priority> priorities;
    for (auto& each : weighed) priorities.push_back(std::move(each.second));
    return priorities;
}

}  // namespace torimatome::pipeline
