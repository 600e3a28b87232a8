#include "pipeline/consolidation/twins.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace torimatome::pipeline {

namespace {

// One measure with the different answers to it; each is an index of `entries`.
struct Measure {
    std::vector<std::size_t> answers;
    std::vector<std::size_t> readings;  ///< inputs that answered, doubles included

    bool has(std::size_t reading) const {
        return std::find(readings.begin(), readings.end(), reading) != readings.end();
    }
};

using RowsOfDocument = std::vector<const RecordKey*>;

// Short texts (「引き続き実施する。」) are the same in many measures.
bool share_a_long_text(const RecordKey& a, const RecordKey& b) {
    constexpr std::size_t kLong = 60;
    return std::any_of(a.answer.begin(), a.answer.end(), [&](const auto& field) {
        return field.second.size() >= kLong && std::find(b.answer.begin(), b.answer.end(), field) != b.answer.end();
    });
}

// Works on the entries of one path.
class TwinSearch {
  public:
    TwinSearch(std::vector<Entry>& entries, std::vector<RowsOfDocument> documents)
        : entries_(entries), documents_(std::move(documents)) {}

    // Adds the entries of one input: first those that say the same as one before, then the most alike answers.
    void add(const std::vector<std::size_t>& members) {
        std::vector<std::size_t> left;
        for (const std::size_t member : members) {
            if (!add_to_asked(member) && !add_as_double(member)) left.push_back(member);
        }
        std::vector<std::size_t> unmatched;
        for (const std::size_t member : left) {
            if (!add_as_answer(member)) unmatched.push_back(member);
        }
        for (const std::size_t member : unmatched) {
            measures_.push_back({{member}, {entries_[member].reading}});
            entries_[member].answer_group = measures_.back().answers.front();
        }
    }

  private:
    // What only one of two equal records gives (its departments, an added column) is kept with its own source.
    static void take_absent_fields(const Entry& from, Entry& to) {
        for (const auto& [id, field] : from.record.fields) {
            if (to.record.find(id)) continue;
            to.record.fields.emplace_back(id, field);
            SourcePosition& source = to.record.fields.back().second.source;
            if (source == SourcePosition{}) source = from.record.source;
        }
        if (to.key.departments.empty()) to.key.departments = from.key.departments;
    }

    // What answers the same row of a form is about one measure, whatever was done to its texts. Of a joint measure one
    // department answers for all: the blank rows of the others say nothing.
    bool add_to_asked(std::size_t member) {
        Entry& entry = entries_[member];
        for (Measure& measure : measures_) {
            const std::size_t first = measure.answers.front();
            if (measure.has(entry.reading) || !same_asked(entries_[first].key, entry.key)) continue;
            measure.readings.push_back(entry.reading);
            for (std::size_t& answer : measure.answers) {
                Entry& other = entries_[answer];
                if (is_unanswered(entry.key) || other.key.answer == entry.key.answer) {
                    make_double(member, answer);
                    return true;
                }
                if (!is_unanswered(other.key)) continue;
                entry.doubles.push_back(answer);
                entry.doubles.insert(entry.doubles.end(), other.doubles.begin(), other.doubles.end());
                other.doubles.clear();
                other.is_double = true;
                answer = member;
                entry.answer_group = other.answer_group;
                return true;
            }
            measure.answers.push_back(member);
            entry.answer_group = measure.answers.front();
            return true;
        }
        return false;
    }

    void make_double(std::size_t member, std::size_t answer) {
        entries_[answer].doubles.push_back(member);
        take_absent_fields(entries_[member], entries_[answer]);
        entries_[member].is_double = true;
    }

    bool add_as_double(std::size_t member) {
        for (Measure& measure : measures_) {
            if (measure.has(entries_[member].reading)) continue;
            for (const std::size_t answer : measure.answers) {
                if (both_asked(entries_[answer].key, entries_[member].key)) continue;
                if (!same_content(entries_[answer].key, entries_[member].key)) continue;
                make_double(member, answer);
                measure.readings.push_back(entries_[member].reading);
                return true;
            }
        }
        return false;
    }

    bool add_as_answer(std::size_t member) {
        Measure* best = nullptr;
        double best_similarity = -1;
        for (Measure& measure : measures_) {
            const RecordKey& key = entries_[measure.answers.front()].key;
            if (measure.has(entries_[member].reading) || both_asked(key, entries_[member].key)) continue;
            if (!is_one_measure(key, entries_[member].key)) continue;
            const double similarity = answer_similarity(key, entries_[member].key);
            if (similarity <= best_similarity || !answers_one_measure(key, entries_[member].key, similarity)) continue;
            best = &measure;
            best_similarity = similarity;
        }
        if (!best) return false;
        best->answers.push_back(member);
        best->readings.push_back(entries_[member].reading);
        entries_[member].answer_group = best->answers.front();
        return true;
    }

    // Two departments may share a goal, but not the same long answer to it: then one of them names the wrong one.
    static bool is_one_measure(const RecordKey& a, const RecordKey& b) {
        if (!same_subject(a, b)) return false;
        return same_departments(a, b) || (a.answer == b.answer && share_a_long_text(a, b));
    }

    // One goal of one department can have several measures, each in a row of its own. Where a document shows that it
    // has, two rows are answers to one measure only if they are alike.
    bool answers_one_measure(const RecordKey& a, const RecordKey& b, double similarity) const {
        constexpr double kAlike = 0.5;
        if (similarity >= kAlike || share_a_long_text(a, b)) return true;
        return std::none_of(documents_.begin(), documents_.end(), [&](const RowsOfDocument& rows) {
            return std::count_if(rows.begin(), rows.end(), [&](const RecordKey* row) {
                       return same_subject(*row, b) && same_departments(*row, b);
                   }) > 1;
        });
    }

    std::vector<Entry>& entries_;
    std::vector<RowsOfDocument> documents_;
    std::vector<Measure> measures_;
};

}  // namespace

void find_twins(std::vector<Entry>& entries, const std::vector<RecordKey>& base) {
    std::map<std::string, std::map<std::size_t, std::vector<std::size_t>>> by_path_and_reading;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        by_path_and_reading[entries[i].key.path][entries[i].reading].push_back(i);
    }
    for (const auto& [path, by_reading] : by_path_and_reading) {
        std::vector<RowsOfDocument> documents(1);
        for (const RecordKey& key : base) {
            if (key.path == path) documents.front().push_back(&key);
        }
        for (const auto& [reading, members] : by_reading) {
            RowsOfDocument& rows = documents.emplace_back();
            for (const std::size_t member : members) rows.push_back(&entries[member].key);
        }
        TwinSearch search(entries, std::move(documents));
        for (const auto& [reading, members] : by_reading) search.add(members);
    }
}

}  // namespace torimatome::pipeline
