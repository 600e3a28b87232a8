#include "pipeline/consolidation/twins.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

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

// Works on the entries of one path.
class TwinSearch {
  public:
    explicit TwinSearch(std::vector<Entry>& entries) : entries_(entries) {}

    // Adds the entries of one input: first those that say the same as one before, then the most alike answers.
    void add(const std::vector<std::size_t>& members) {
        std::vector<std::size_t> left;
        for (const std::size_t member : members) {
            if (!add_as_double(member)) left.push_back(member);
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
    bool add_as_double(std::size_t member) {
        for (Measure& measure : measures_) {
            if (measure.has(entries_[member].reading)) continue;
            for (const std::size_t answer : measure.answers) {
                if (!(entries_[answer].key == entries_[member].key)) continue;
                entries_[answer].doubles.push_back(member);
                entries_[member].is_double = true;
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
            if (measure.has(entries_[member].reading)) continue;
            if (!same_subject(key, entries_[member].key) || !same_departments(key, entries_[member].key)) continue;
            const double similarity = answer_similarity(key, entries_[member].key);
            if (similarity <= best_similarity) continue;
            best = &measure;
            best_similarity = similarity;
        }
        if (!best) return false;
        best->answers.push_back(member);
        best->readings.push_back(entries_[member].reading);
        entries_[member].answer_group = best->answers.front();
        return true;
    }

    std::vector<Entry>& entries_;
    std::vector<Measure> measures_;
};

}  // namespace

void find_twins(std::vector<Entry>& entries) {
    std::map<std::string, std::map<std::size_t, std::vector<std::size_t>>> by_path_and_reading;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        by_path_and_reading[entries[i].key.path][entries[i].reading].push_back(i);
    }
    for (const auto& [path, by_reading] : by_path_and_reading) {
        TwinSearch search(entries);
        for (const auto& [reading, members] : by_reading) search.add(members);
    }
}

}  // namespace torimatome::pipeline
