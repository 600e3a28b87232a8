#include "pipeline/comparison/likeness.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace torimatome::pipeline {

namespace {

// Weights of the evidence. Half is the text; the path holds apart what says the same under different policies.
constexpr float kOwnWeight = 0.5F;
constexpr float kGroupWeight = 0.2F;
constexpr float kPlaceWeight = 0.2F;
constexpr float kDepartmentWeight = 0.1F;
constexpr float kDateWeight = 0.2F;

/// Bigrams of own text from which on it decides; 「引き続き実施する。」 has 8.
constexpr float kTelling = 30;
/// Plans are shorter than results: a sentence of them is enough.
constexpr float kTellingPlan = 15;
/// One long field does not drown the others.
constexpr float kLongField = 200;

// Of the made-up city's years, records that go on under the same goal share 0.28 or more of their bigrams (like with
// like, or the plan in the result), different records of one goal 0.25 or less, and 0.5 of 1 % of all others 0.25.
constexpr float kLeastNear = 0.26F;
constexpr float kLeastFar = 0.42F;
/// All evidence together, for a record that stands elsewhere: phrases that many texts use are alike by chance.
constexpr float kLeastFarScore = 0.4F;
constexpr float kNearGroup = 0.5F;
constexpr float kNearPlace = 0.55F;
constexpr float kSameGroup = 0.8F;

float title_likeness(const PlaceTitle& a, const PlaceTitle& b) {
    const bool titled = !a.title.key().empty() && !b.title.key().empty();
    const float number = a.number == b.number ? 1.0F : 0.0F;
    if (!titled) return number;
    // A number says little beside a title: an item that came in before it moves it.
    return 0.9F * likeness(a.title, b.title) + 0.1F * number;
}

std::vector<std::vector<float>> title_matrix(const std::vector<PlaceTitle>& older,
                                             const std::vector<PlaceTitle>& newer) {
    std::vector<std::vector<float>> matrix(older.size(), std::vector<float>(newer.size()));
    for (std::size_t i = 0; i < older.size(); ++i) {
        for (std::size_t j = 0; j < newer.size(); ++j) matrix[i][j] = title_likeness(older[i], newer[j]);
    }
    return matrix;
}

float at(const std::vector<std::vector<float>>& matrix, int i, int j) {
    return matrix[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
}

/// The different values of a list, and for each entry which one it is.
template <typename Value>
std::vector<const Value*> distinct(const std::vector<Value>& values, const std::vector<std::string>& keys,
                                   std::vector<int>& of_entry) {
    std::unordered_map<std::string, int> known;
    std::vector<const Value*> result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto [entry, is_new] = known.emplace(keys[i], static_cast<int>(result.size()));
        if (is_new) result.push_back(&values[i]);
        of_entry.push_back(entry->second);
    }
    return result;
}

std::vector<std::string> place_keys(const DocumentProfile& profile) {
    std::vector<std::string> keys;
    for (const RecordPlace& place : profile.places) keys.push_back(place.path);
    return keys;
}

std::vector<std::string> list_keys(const DocumentProfile& profile) {
    std::vector<std::string> keys;
    for (const std::vector<std::string>& list : profile.departments) {
        std::string& key = keys.emplace_back();
        for (const std::string& department : list) key += department + "\n";
    }
    return keys;
}

/// Share of the departments that both name, of all that either names.
float common_departments(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return static_cast<float>(common.size()) / static_cast<float>(a.size() + b.size() - common.size());
}

/// Evidence that is not there counts neither for nor against.
class WeightedMean {
  public:
    void add(float value, float weight) {
        sum_ += value * weight;
        weight_ += weight;
    }
    float value(float otherwise) const { return weight_ > 0 ? sum_ / weight_ : otherwise; }

  private:
    float sum_ = 0;
    float weight_ = 0;
};

}  // namespace

bool Evidence::possible() const {
    constexpr float kEnough = 0.5F;
    // Short texts never decide: then the record must stand in its old place.
    if (information < kEnough) return place >= kNearPlace && group >= kSameGroup;
    const float told = std::max(own, answer);
    return near ? told >= kLeastNear : told >= kLeastFar && score >= kLeastFarScore;
}

void RecordLikeness::Sums::add(const FieldLikeness::Likeness& field, float weight_of_field) {
    alike += field.alike * weight_of_field;
    weight += weight_of_field;
    all_equal = all_equal && field.alike >= 1;
}

RecordLikeness::RecordLikeness(const DocumentProfile& older, const DocumentProfile& newer)
    : older_(older),
      newer_(newer),
      sections_(title_matrix(older.sections, newer.sections)),
      items_(title_matrix(older.items, newer.items)),
      own_(newer.size()),
      group_(newer.size()),
      row_(newer.size()) {
    for (const std::string& field : older.roles.group) add_pair(field, field, fields_, false);
    for (const std::string& field : older.roles.own) add_pair(field, field, fields_, true);
    add_pair(older.roles.plan, newer.roles.result, answers_, true);
    compare_places();
    compare_departments();
}

void RecordLikeness::compare_places() {
    const auto older = distinct(older_.places, place_keys(older_), older_place_);
    const auto newer = distinct(newer_.places, place_keys(newer_), newer_place_);
    for (const RecordPlace* a : older) {
        std::vector<float>& row = places_.emplace_back();
        for (const RecordPlace* b : newer) row.push_back(place_likeness(*a, *b));
    }
}

void RecordLikeness::compare_departments() {
    const auto older = distinct(older_.departments, list_keys(older_), older_list_);
    const auto newer = distinct(newer_.departments, list_keys(newer_), newer_list_);
    for (const auto* a : older) {
        std::vector<float>& row = lists_.emplace_back();
        for (const auto* b : newer) row.push_back(a->empty() || b->empty() ? -1.0F : common_departments(*a, *b));
    }
}

void RecordLikeness::add_pair(const std::string& older_field, const std::string& newer_field,
                              std::vector<FieldPair>& pairs, bool own) {
    const auto in_older = older_.texts.find(older_field);
    const auto in_newer = newer_.texts.find(newer_field);
    if (in_older == older_.texts.end() || in_newer == newer_.texts.end()) return;
    pairs.push_back({&in_older->second, &in_newer->second, FieldLikeness(in_older->second, in_newer->second), own});
}

void RecordLikeness::add_fields(std::size_t record) {
    for (FieldPair& field : fields_) {
        const int text = field.older->of_record[record];
        if (text == FieldTexts::kNone) continue;
        const std::vector<FieldLikeness::Likeness>& likenesses = field.likeness.row(text);
        std::vector<Sums>& sums = field.own ? own_ : group_;
        for (std::size_t other = 0; other < newer_.size(); ++other) {
            const int other_text = field.newer->of_record[other];
            if (other_text == FieldTexts::kNone) {
                sums[other].all_equal = false;
                continue;
            }
            const FieldLikeness::Likeness& found = likenesses[static_cast<std::size_t>(other_text)];
            sums[other].add(found, std::min(found.information + 1, kLongField));
        }
    }
}

void RecordLikeness::add_answers(std::size_t record) {
    for (FieldPair& field : answers_) {
        const int text = field.older->of_record[record];
        if (text == FieldTexts::kNone) continue;
        const std::vector<FieldLikeness::Likeness>& likenesses = field.likeness.row(text);
        for (std::size_t other = 0; other < newer_.size(); ++other) {
            const int other_text = field.newer->of_record[other];
            if (other_text == FieldTexts::kNone) continue;
            const FieldLikeness::Likeness& found = likenesses[static_cast<std::size_t>(other_text)];
            if (found.information >= kTellingPlan) row_[other].answer = found.alike;
        }
    }
}

float RecordLikeness::place_likeness(const RecordPlace& a, const RecordPlace& b) const {
    WeightedMean place;
    float section = 1;
    if (a.section >= 0 && b.section >= 0) section = at(sections_, a.section, b.section);
    if (a.section >= 0 || b.section >= 0) place.add(section, 0.6F);
    if (a.item >= 0 && b.item >= 0) place.add(section * at(items_, a.item, b.item), 0.3F);
    if (!a.marks.empty() || !b.marks.empty()) place.add(a.marks == b.marks ? section : 0, 0.1F);
    return place.value(1);
}

void RecordLikeness::score(std::size_t record, std::size_t other, Evidence& evidence) const {
    const Sums& own = own_[other];
    const Sums& group = group_[other];
    evidence.own = own.mean();
    evidence.place = at(places_, older_place_[record], newer_place_[other]);
    evidence.information = std::min(1.0F, own.weight / kTelling);
    evidence.exact = own.weight > 0 && own.all_equal;
    const bool has_group = group.weight > 0;
    evidence.group = has_group ? group.mean() : 1;
    evidence.near = evidence.place >= kNearPlace && evidence.group >= kNearGroup;
    WeightedMean mean;
    mean.add(std::max(evidence.own, evidence.answer), kOwnWeight * std::max(0.1F, evidence.information));
    if (has_group) mean.add(evidence.group, kGroupWeight);
    const RecordPlace& place = older_.places[record];
    if (place.section >= 0 || !place.marks.empty()) mean.add(evidence.place, kPlaceWeight);
    const float departments = at(lists_, older_list_[record], newer_list_[other]);
    if (departments >= 0) mean.add(departments, kDepartmentWeight);
    const std::string& date = older_.dates[record];
    if (!date.empty() && !newer_.dates[other].empty()) mean.add(date == newer_.dates[other] ? 1 : 0, kDateWeight);
    evidence.score = mean.value(0);
}

const std::vector<Evidence>& RecordLikeness::row(std::size_t record) {
    std::fill(own_.begin(), own_.end(), Sums());
    std::fill(group_.begin(), group_.end(), Sums());
    std::fill(row_.begin(), row_.end(), Evidence());
    add_fields(record);
    add_answers(record);
    for (std::size_t other = 0; other < newer_.size(); ++other) {
        row_[other].newer = static_cast<int>(other);
        score(record, other, row_[other]);
    }
    return row_;
}

}  // namespace torimatome::pipeline
