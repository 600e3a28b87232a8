#include "pipeline/consolidation/record_order.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "pipeline/consolidation/goal_rows.hpp"
#include "pipeline/consolidation/path_order.hpp"
#include "text/similarity.hpp"

namespace torimatome::pipeline {

namespace {

struct PlacedRow {
    Row row;
    std::string path;  ///< where it is placed
    PathNumbers numbers;
};

std::string subject_text(const RecordKey& key) {
    std::string text;
    for (const auto& field : key.subject) text += field.second + "\n";
    return text;
}

std::vector<PlacedRow> place_rows(const std::vector<Entry>& entries, const std::vector<Section>& sections,
                                  const Base& base, const Form& form) {
    std::vector<PlacedRow> rows;
    for (std::size_t i = 0; i < base.records.size(); ++i) {
        rows.push_back(
            {{&base.keys[i], Row::kBase, i}, base.keys[i].path, path_numbers(base.records[i], sections, form)});
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        if (entry.is_double) continue;
        rows.push_back({{&entry.key, static_cast<int>(entry.reading), i, entry.answer_group},
                        entry.key.path,
                        path_numbers(entry.record, sections, form)});
    }
    return rows;
}

// The base row with the most similar subject, where there is one that is similar enough.
const PlacedRow* most_similar(const PlacedRow& row, const std::vector<PlacedRow>& rows) {
    constexpr double kSimilarEnough = 0.8;
    const PlacedRow* best = nullptr;
    double best_similarity = kSimilarEnough;
    const std::string text = subject_text(*row.row.key);
    for (const PlacedRow& other : rows) {
        if (!other.row.is_base()) break;
        const double similarity = text::bigram_dice(text, subject_text(*other.row.key));
        if (similarity < best_similarity || (best && similarity == best_similarity)) continue;
        best = &other;
        best_similarity = similarity;
    }
    return best;
}

// A record that gives not all of its marks is placed where the base has its goal.
void place_rows_without_marks(std::vector<PlacedRow>& rows) {
    for (PlacedRow& row : rows) {
        if (row.row.is_base() || row.numbers.complete() || row.row.key->subject.empty()) continue;
        const PlacedRow* similar = most_similar(row, rows);
        if (!similar) continue;
        row.path = similar->path;
        row.numbers = similar->numbers;
    }
}

// The paths of the base in its order, and each other path before the first that has a greater number.
std::vector<std::string> path_order(const std::vector<PlacedRow>& rows) {
    std::vector<std::pair<PathNumbers, std::string>> order;
    std::set<std::string> known;
    for (const PlacedRow& row : rows) {
        if (!known.insert(row.path).second) continue;
        const auto greater =
            std::find_if(order.begin(), order.end(), [&](const auto& each) { return each.first > row.numbers; });
        order.insert(row.row.is_base() ? order.end() : greater, {row.numbers, row.path});
    }
    std::vector<std::string> paths;
    for (const auto& each : order) paths.push_back(each.second);
    return paths;
}

// The rows of one path, goal by goal. The goals follow each other as in the base and then as in each input.
class PathRows {
  public:
    void add(const Row& row) {
        const std::size_t goal = goal_of(row);
        if (goal == goals_.size()) goals_.emplace_back();
        goals_[goal].push_back(&row);
        if (!row.is_base()) goal_of_answers_.emplace(row.answer_group, goal);
        auto& sequence = sequences_[row.reading];
        if (std::find(sequence.begin(), sequence.end(), goal) == sequence.end()) sequence.push_back(goal);
    }

    void add_to(PlanOrder& result) const {
        std::vector<std::size_t> order;
        for (const auto& sequence : sequences_) merge_sequence(order, sequence.second);
        for (const std::size_t goal : order) {
            for (const std::vector<const Row*>& place : order_rows(goals_[goal])) {
                if (place.size() == 1 && place.front()->is_base()) result.unanswered.push_back(place.front()->index);
                const bool known = place.front()->is_base();
                for (const Row* row : place) {
                    if (row->is_base()) continue;
                    result.entries.push_back(row->index);
                    if (!known) result.added.push_back(row->index);
                }
            }
        }
    }

  private:
    std::size_t goal_of(const Row& row) const {
        const auto answers = goal_of_answers_.find(row.answer_group);
        if (!row.is_base() && answers != goal_of_answers_.end()) return answers->second;
        const auto same = std::find_if(goals_.begin(), goals_.end(), [&](const auto& goal) {
            const RecordKey& key = *goal.front()->key;
            return key.subject == row.key->subject || same_subject(key, *row.key);
        });
        return static_cast<std::size_t>(same - goals_.begin());
    }

    std::vector<std::vector<const Row*>> goals_;
    std::map<int, std::vector<std::size_t>> sequences_;
    std::map<std::size_t, std::size_t> goal_of_answers_;
};

// A goal whose mark has changed, because another came in before it, is answered under its new mark.
bool is_answered_elsewhere(const RecordKey& key, const std::vector<Entry>& entries) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.key.path != key.path && same_subject(entry.key, key); });
}

bool stands_elsewhere(const RecordKey& key, const Base& base) {
    return std::any_of(base.keys.begin(), base.keys.end(),
                       [&](const RecordKey& other) { return other.path != key.path && same_subject(other, key); });
}

// A form of ours carries the id by which the base knows the record, whatever was done to its goal.
bool was_asked_for(const Base& base, std::size_t index, const std::vector<Entry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        return !entry.key.asked.empty() && entry.key.asked == base.records[index].id;
    });
}

}  // namespace

PlanOrder plan_order(const std::vector<Entry>& entries, const std::vector<Section>& sections, const Base& base,
                     const Form& form) {
    std::vector<PlacedRow> rows = place_rows(entries, sections, base, form);
    place_rows_without_marks(rows);
    std::map<std::string, PathRows> by_path;
    for (const PlacedRow& row : rows) by_path[row.path].add(row.row);
    PlanOrder order;
    for (const std::string& path : path_order(rows)) by_path[path].add_to(order);
    std::erase_if(order.unanswered, [&](std::size_t i) {
        return is_answered_elsewhere(base.keys[i], entries) || was_asked_for(base, i, entries);
    });
    std::erase_if(order.added,
                  [&](std::size_t i) { return base.keys.empty() || stands_elsewhere(entries[i].key, base); });
    return order;
}

}  // namespace torimatome::pipeline
