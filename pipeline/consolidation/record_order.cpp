#include "pipeline/consolidation/record_order.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "pipeline/consolidation/path_order.hpp"
#include "text/similarity.hpp"

namespace torimatome::pipeline {

namespace {

// A row to be ordered: a record of the base or an entry. Base rows lead and are dropped in the end.
struct Row {
    const RecordKey* key = nullptr;
    PathNumbers numbers;
    std::string path;  ///< where it is placed
    int reading = -1;  ///< -1 for the base
    std::size_t entry = 0;
};

constexpr int kBase = -1;

std::string subject_text(const RecordKey& key) {
    std::string text;
    for (const auto& field : key.subject) text += field.second + "\n";
    return text;
}

// A record without its marks is placed where the base has the most similar subject.
std::optional<std::size_t> most_similar(const Row& row, const std::vector<Row>& rows) {
    constexpr double kSimilarEnough = 0.8;
    std::optional<std::size_t> best;
    double best_similarity = kSimilarEnough;
    const std::string text = subject_text(*row.key);
    for (std::size_t i = 0; i < rows.size() && rows[i].reading == kBase; ++i) {
        const double similarity = text::bigram_dice(text, subject_text(*rows[i].key));
        if (similarity < best_similarity || (best && similarity == best_similarity)) continue;
        best = i;
        best_similarity = similarity;
    }
    return best;
}

void place_rows_without_marks(std::vector<Row>& rows) {
    const std::vector<Row> as_written = rows;
    for (Row& row : rows) {
        if (row.reading == kBase || row.numbers.complete() || row.key->subject.empty()) continue;
        const auto similar = most_similar(row, as_written);
        if (!similar) continue;
        row.path = as_written[*similar].path;
        row.numbers = as_written[*similar].numbers;
    }
}

// The paths of the base in its order, and each other path before the first that has a greater number.
std::vector<std::string> path_order(const std::vector<Row>& rows) {
    std::vector<std::pair<PathNumbers, std::string>> order;
    std::set<std::string> known;
    for (const Row& row : rows) {
        if (!known.insert(row.path).second) continue;
        const auto greater =
            std::find_if(order.begin(), order.end(), [&](const auto& each) { return each.first > row.numbers; });
        order.insert(row.reading == kBase ? order.end() : greater, {row.numbers, row.path});
    }
    std::vector<std::string> paths;
    for (const auto& each : order) paths.push_back(each.second);
    return paths;
}

// The rows of one path, goal by goal.
class PathRows {
  public:
    explicit PathRows(std::vector<const Row*> rows) : rows_(std::move(rows)) {}

    void add_to(std::vector<std::size_t>& result) {
        find_groups();
        std::vector<std::size_t> order;
        for (const auto& sequence : sequences_) merge_sequence(order, sequence.second);
        for (const std::size_t group : order) {
            std::vector<const Row*> members = groups_[group];
            sort_by_base(members);
            for (const Row* row : members) {
                if (row->reading != kBase) result.push_back(row->entry);
            }
        }
    }

  private:
    void find_groups() {
        for (const Row* row : rows_) {
            std::size_t group = 0;
            while (group < groups_.size() && !same_group(*groups_[group].front()->key, *row->key)) ++group;
            if (group == groups_.size()) groups_.emplace_back();
            groups_[group].push_back(row);
            auto& sequence = sequences_[row->reading];
            if (std::find(sequence.begin(), sequence.end(), group) == sequence.end()) sequence.push_back(group);
        }
    }

    static bool same_group(const RecordKey& a, const RecordKey& b) {
        return a.subject == b.subject || same_subject(a, b);
    }

    // Rows of the base's departments stand where these stand in the base; a department's second row is its second.
    static void sort_by_base(std::vector<const Row*>& members) {
        std::vector<const Row*> base;
        std::copy_if(members.begin(), members.end(), std::back_inserter(base),
                     [](const Row* row) { return row->reading == kBase; });
        std::map<const Row*, std::size_t> places;
        std::map<std::pair<int, std::vector<std::string>>, std::size_t> seen;
        for (const Row* row : members) {
            std::size_t& skip = seen[{row->reading, row->key->departments}];
            std::size_t place = base.size();
            std::size_t matches = 0;
            for (std::size_t i = 0; i < base.size(); ++i) {
                if (base[i]->key->departments != row->key->departments) continue;
                place = i;
                if (matches++ == skip) break;
            }
            ++skip;
            places[row] = place;
        }
        std::stable_sort(members.begin(), members.end(),
                         [&](const Row* a, const Row* b) { return places[a] < places[b]; });
    }

    std::vector<const Row*> rows_;
    std::vector<std::vector<const Row*>> groups_;
    std::map<int, std::vector<std::size_t>> sequences_;
};

// Different answers to one measure stand together, where the first of them stands.
std::vector<std::size_t> answers_together(const std::vector<std::size_t>& order, const std::vector<Entry>& entries) {
    std::map<std::size_t, std::vector<std::size_t>> by_group;
    for (const std::size_t i : order) by_group[entries[i].answer_group].push_back(i);
    std::vector<std::size_t> result;
    for (const std::size_t i : order) {
        std::vector<std::size_t>& answers = by_group[entries[i].answer_group];
        result.insert(result.end(), answers.begin(), answers.end());
        answers.clear();
    }
    return result;
}

}  // namespace

void merge_sequence(std::vector<std::size_t>& order, const std::vector<std::size_t>& sequence) {
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        if (std::find(order.begin(), order.end(), sequence[i]) != order.end()) continue;
        auto place = order.end();
        for (std::size_t next = i + 1; next < sequence.size() && place == order.end(); ++next) {
            place = std::find(order.begin(), order.end(), sequence[next]);
        }
        order.insert(place, sequence[i]);
    }
}

std::vector<std::size_t> plan_order(const std::vector<Entry>& entries, const std::vector<Section>& sections,
                                    const Document* base, const RecordComparison& comparison) {
    std::vector<RecordKey> base_keys;
    if (base) {
        for (const Record& record : base->records) base_keys.push_back(comparison.key_of(record));
    }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < base_keys.size(); ++i) {
        rows.push_back({&base_keys[i], path_numbers(base->records[i], sections, comparison.form()), base_keys[i].path});
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].is_double) continue;
        rows.push_back({&entries[i].key, path_numbers(entries[i].record, sections, comparison.form()),
                        entries[i].key.path, static_cast<int>(entries[i].reading), i});
    }
    place_rows_without_marks(rows);
    std::map<std::string, std::vector<const Row*>> by_path;
    for (const Row& row : rows) by_path[row.path].push_back(&row);
    std::vector<std::size_t> order;
    for (const std::string& path : path_order(rows)) PathRows(by_path[path]).add_to(order);
    return answers_together(order, entries);
}

}  // namespace torimatome::pipeline
