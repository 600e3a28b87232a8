#include "pipeline/consolidation/record_key.hpp"

#include <algorithm>
#include <functional>

#include "text/compare_key.hpp"
#include "text/mark.hpp"

namespace torimatome::pipeline {

namespace {

// Between records of one path this separates a goal that was reworded from another goal: goals of different
// measures share less than half of their bigrams.
constexpr double kSameSubject = 0.8;

using KeyedFields = std::vector<std::pair<std::string, std::string>>;

bool contains_field(const std::vector<FieldSpec>& fields, const std::string& id) {
    return std::any_of(fields.begin(), fields.end(), [&](const FieldSpec& spec) { return spec.id == id; });
}

bool is_subject(const Form& form, const FieldSpec& spec) {
    const auto& identity = form.identity;
    if (std::find(identity.begin(), identity.end(), spec.id) != identity.end()) return false;
    if (spec.kind == FieldKind::departments || spec.kind == FieldKind::mark) return false;
    return spec.blank == BlankCell::inherit || contains_field(form.columns.front().fields, spec.id);
}

bool is_path(const Form& form, const std::string& field) {
    return std::find(form.identity.begin(), form.identity.end(), field) != form.identity.end();
}

// 「Ⅱ」, 「２」 and 「II」 are one choice.
std::string choice_key(const std::string& text) {
    const auto number = text::numeral_value(text);
    return number ? std::to_string(*number) : text::compare_key(text);
}

const std::string* find(const KeyedFields& fields, const std::string& id) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == id; });
    return found == fields.end() ? nullptr : &found->second;
}

bool nearly_same(const RecordKey& a, std::size_t in_a, const RecordKey& b, std::size_t in_b) {
    const auto [shorter, longer] = std::minmax({a.subject[in_a].second.size(), b.subject[in_b].second.size()});
    // Texts whose lengths differ that much cannot reach the similarity; most pairs end here, cheaply.
    if (static_cast<double>(2 * shorter) < kSameSubject * static_cast<double>(shorter + longer)) return false;
    return text::bigram_dice_reaches(a.subject_bigrams[in_a], b.subject_bigrams[in_b], kSameSubject);
}

std::string joined(const KeyedFields& fields) {
    std::string text;
    for (const auto& field : fields) text += field.second + "\n";
    return text;
}

std::size_t hash_of(const KeyedFields& fields, std::size_t hash) {
    for (const auto& [id, text] : fields) {
        for (const std::string* part : {&id, &text}) hash = hash * 31 + std::hash<std::string>{}(*part);
    }
    return hash;
}

void add_differing(const KeyedFields& a, const KeyedFields& b, std::vector<std::string>& differing) {
    for (const auto& [id, text] : a) {
        const std::string* other = find(b, id);
        if (!other || *other != text) differing.push_back(id);
    }
    for (const auto& [id, text] : b) {
        if (!find(a, id)) differing.push_back(id);
    }
}

}  // namespace

std::string id_path(const std::string& id) {
    const std::size_t dash = id.rfind('-');
    const std::size_t begin = dash == std::string::npos ? 0 : dash + 1;
    const bool numbered = begin < id.size() && id.find_first_not_of("0123456789", begin) == std::string::npos;
    if (!numbered) return id;
    return dash == std::string::npos ? std::string() : id.substr(0, dash);
}

std::string without_bureau(const std::string& department_key) {
    const std::size_t bracket = department_key.find(')');
    return bracket == std::string::npos ? department_key : department_key.substr(bracket + 1);
}

RecordComparison::RecordComparison(const Form& form, const Organisations& organisations) : form_(form) {
    for (const Organisation& organisation : organisations.departments) {
        for (const std::string& alias : organisation.aliases) {
            official_names_.emplace(text::compare_key(alias), text::compare_key(organisation.name));
        }
    }
}

std::string RecordComparison::department_key(const std::string& department) const {
    const std::string name = without_bureau(text::compare_key(department));
    const auto official = official_names_.find(name);
    return official == official_names_.end() ? name : official->second;
}

RecordKey RecordComparison::key_of(const Record& record) const {
    RecordKey key;
    key.path = id_path(record.id);
    key.asked = record.asked;
    for (const auto& [id, field] : record.fields) {
        const FieldSpec* spec = form_.find_field(id);
        if (spec && spec->kind == FieldKind::departments) {
            key.departments_field = id;
            for (const std::string& value : field.values) key.departments.push_back(department_key(value));
        } else if (spec && spec->kind == FieldKind::choice) {
            key.answer.emplace_back(id, choice_key(field.text));
        } else if (spec && is_subject(form_, *spec)) {
            key.subject.emplace_back(id, text::compare_key(field.text));
            key.subject_bigrams.emplace_back(key.subject.back().second);
        } else if (spec && !is_path(form_, id)) {
            key.answer.emplace_back(id, text::compare_key(field.text));
        }
    }
    std::sort(key.departments.begin(), key.departments.end());
    key.path_hash = std::hash<std::string>{}(key.path);
    key.content_hash = hash_of(key.answer, hash_of(key.subject, key.path_hash));
    return key;
}

bool same_subject(const RecordKey& a, const RecordKey& b) {
    if (a.subject.empty() || a.subject.size() != b.subject.size()) return false;
    for (std::size_t i = 0; i < a.subject.size(); ++i) {
        const auto other = std::find_if(b.subject.begin(), b.subject.end(),
                                        [&](const auto& field) { return field.first == a.subject[i].first; });
        if (other == b.subject.end()) return false;
        const auto j = static_cast<std::size_t>(other - b.subject.begin());
        if (other->second != a.subject[i].second && !nearly_same(a, i, b, j)) return false;
    }
    return true;
}

bool same_departments(const RecordKey& a, const RecordKey& b) {
    return a.departments.empty() || b.departments.empty() || a.departments == b.departments;
}

bool same_content(const RecordKey& a, const RecordKey& b) {
    if (a.content_hash != b.content_hash) return false;
    return a.path == b.path && a.subject == b.subject && a.answer == b.answer && same_departments(a, b);
}

bool is_unanswered(const RecordKey& key) {
    return std::all_of(key.answer.begin(), key.answer.end(), [](const auto& field) { return field.second.empty(); });
}

bool both_asked(const RecordKey& a, const RecordKey& b) { return !a.asked.empty() && !b.asked.empty(); }

bool same_asked(const RecordKey& a, const RecordKey& b) { return both_asked(a, b) && a.asked == b.asked; }

double answer_similarity(const RecordKey& a, const RecordKey& b) {
    return text::bigram_dice(joined(a.answer), joined(b.answer));
}

std::vector<std::string> differing_fields(const RecordKey& a, const RecordKey& b) {
    std::vector<std::string> differing;
    add_differing(a.subject, b.subject, differing);
    add_differing(a.answer, b.answer, differing);
    if (!same_departments(a, b)) differing.push_back(a.departments_field);
    return differing;
}

}  // namespace torimatome::pipeline
