#include "pipeline/consolidation/goal_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace torimatome::pipeline {

namespace {

// Rows of one place: a base row with the entries that are the same measure, or the answers to one measure.
class Places {
  public:
    explicit Places(const std::vector<const Row*>& rows) {
        for (const Row* row : rows) {
            if (row->is_base()) base_.push_back(row);
        }
        for (std::size_t i = 0; i < base_.size(); ++i) add(base_[i], i);
        for (auto row = rows.begin(); row != rows.end();) {
            const auto end =
                std::find_if(row, rows.end(), [&](const Row* each) { return each->reading != (*row)->reading; });
            if (!(*row)->is_base()) add_reading({row, end});
            row = end;
        }
    }

    std::vector<std::vector<const Row*>> in_order() const {
        std::vector<std::size_t> order;
        for (const auto& sequence : sequences_) merge_sequence(order, sequence.second);
        std::vector<std::vector<const Row*>> rows;
        for (const std::size_t place : order) rows.push_back(places_[place]);
        return rows;
    }

  private:
    void add(const Row* row, std::size_t place) {
        if (place == places_.size()) places_.emplace_back();
        places_[place].push_back(row);
        auto& sequence = sequences_[row->reading];
        if (std::find(sequence.begin(), sequence.end(), place) == sequence.end()) sequence.push_back(place);
        if (!row->is_base()) place_of_answers_.emplace(row->answer_group, place);
    }

    void add_reading(const std::vector<const Row*>& rows) {
        const std::map<const Row*, std::size_t> of_base = base_rows_of(rows);
        for (const Row* row : rows) {
            const auto answers = place_of_answers_.find(row->answer_group);
            const auto base = of_base.find(row);
            if (answers != place_of_answers_.end()) {
                add(row, answers->second);
            } else {
                add(row, base != of_base.end() ? base->second : places_.size());
            }
        }
    }

    // One base row each at most: first those whose texts are the most alike, then the others in their order (the base
    // may be an empty form, or all may be written anew).
    std::map<const Row*, std::size_t> base_rows_of(const std::vector<const Row*>& rows) const {
        constexpr double kAlike = 0.2;
        std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // less alike, row, base row
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t b = 0; b < base_.size(); ++b) {
                if (rows[i]->key->departments != base_[b]->key->departments) continue;
                const double alike = answer_similarity(*rows[i]->key, *base_[b]->key);
                pairs.emplace_back(alike >= kAlike ? -alike : 0.0, i, b);
            }
        }
        std::sort(pairs.begin(), pairs.end());
        std::map<const Row*, std::size_t> found;
        std::vector<bool> taken(base_.size());
        for (const auto& [less_alike, i, b] : pairs) {
            if (taken[b] || !found.emplace(rows[i], b).second) continue;
            taken[b] = true;
        }
        return found;
    }

    std::vector<const Row*> base_;
    std::vector<std::vector<const Row*>> places_;
    std::map<int, std::vector<std::size_t>> sequences_;
    std::map<std::size_t, std::size_t> place_of_answers_;
};

}  // namespace

std::vector<std::vector<const Row*>> order_rows(const std::vector<const Row*>& rows) { return Places(rows).in_order(); }

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

}  // namespace torimatome::pipeline
