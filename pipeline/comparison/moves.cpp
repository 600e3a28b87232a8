#include "pipeline/comparison/moves.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace torimatome::pipeline {

namespace {

struct Step {
    int from = 0;
    int to = 0;
    int weight = 1;
};

/// Which of `steps` (in ascending order of `to`) keep their order: the heaviest ascending sequence of `from`; of equal
/// ones the first found. With a Fenwick tree of prefix maxima, O(n log n).
class OrderKept {
  public:
    explicit OrderKept(const std::vector<Step>& steps) : steps_(steps) {
        for (const Step& step : steps) size_ = std::max(size_, static_cast<std::size_t>(step.from) + 1);
        tree_.assign(size_ + 1, kNone);
    }

    std::vector<bool> kept() {
        std::vector<int> weight(steps_.size());
        std::vector<int> before(steps_.size());
        int last = kNone;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            weights_ = &weight;
            // A record that was split goes on in several places: equal `from` is no disorder.
            before[i] = best_up_to(static_cast<std::size_t>(steps_[i].from) + 1);
            weight[i] = steps_[i].weight + (before[i] == kNone ? 0 : weight[static_cast<std::size_t>(before[i])]);
            enter(static_cast<std::size_t>(steps_[i].from) + 1, static_cast<int>(i));
            if (last == kNone || weight[i] > weight[static_cast<std::size_t>(last)]) last = static_cast<int>(i);
        }
        std::vector<bool> result(steps_.size(), false);
        for (; last != kNone; last = before[static_cast<std::size_t>(last)]) {
            result[static_cast<std::size_t>(last)] = true;
        }
        return result;
    }

  private:
    static constexpr int kNone = -1;

    bool better(int a, int b) const {
        if (a == kNone || b == kNone) return b == kNone && a != kNone;
        return (*weights_)[static_cast<std::size_t>(a)] > (*weights_)[static_cast<std::size_t>(b)];
    }
    int best_up_to(std::size_t place) const {
        int best = kNone;
        for (; place > 0; place -= place & (~place + 1)) {
            if (better(tree_[place], best)) best = tree_[place];
        }
        return best;
    }
    void enter(std::size_t place, int step) {
        for (; place <= size_; place += place & (~place + 1)) {
            if (better(step, tree_[place])) tree_[place] = step;
        }
    }

    const std::vector<Step>& steps_;
    std::size_t size_ = 0;
    std::vector<int> tree_;
    const std::vector<int>* weights_ = nullptr;
};

/// The paths of a document in the order in which they first stand.
struct Paths {
    std::vector<int> of_record;
    std::vector<int> section;  ///< by path: index of its section, -1 for none
    std::vector<int> item;     ///< by path: index of its item, -1 for none
    std::vector<std::string> names;

    explicit Paths(const DocumentProfile& profile) {
        std::map<std::string, int> known;
        for (const RecordPlace& place : profile.places) {
            const auto [entry, is_new] = known.emplace(place.path, static_cast<int>(names.size()));
            if (is_new) {
                names.push_back(place.path);
                section.push_back(place.section);
                item.push_back(place.item);
            }
            of_record.push_back(entry->second);
        }
    }
    int of(int record) const { return of_record[static_cast<std::size_t>(record)]; }
    const std::string& name(int path) const { return names[static_cast<std::size_t>(path)]; }
};

using PathPair = std::pair<int, int>;

class Moves {
  public:
    Moves(const DocumentProfile& older, const DocumentProfile& newer, const Matching& matching)
        : older_(older), newer_(newer), matching_(matching), older_paths_(older), newer_paths_(newer) {}

    std::vector<Move> find() {
        count();
        go_along();
        std::vector<Move> moves(matching_.matches.size());
        std::map<PathPair, std::vector<std::size_t>> within;
        for (std::size_t i = 0; i < matching_.matches.size(); ++i) {
            const PathPair paths = paths_of(matching_.matches[i]);
            if (goes_along_.contains(paths)) {
                within[paths].push_back(i);
                moves[i].renumbered = older_paths_.name(paths.first) != newer_paths_.name(paths.second);
            } else {
                moves[i].moved = true;
            }
        }
        for (const auto& [paths, members] : within) mark_disorder(members, moves);
        return moves;
    }

  private:
    PathPair paths_of(const Match& match) const { return {older_paths_.of(match.older), newer_paths_.of(match.newer)}; }

    void count() {
        for (const Match& match : matching_.matches) ++counts_[paths_of(match)];
    }

    bool sections_correspond(const PathPair& paths) const {
        const int a = older_paths_.section[static_cast<std::size_t>(paths.first)];
        const int b = newer_paths_.section[static_cast<std::size_t>(paths.second)];
        if (a < 0 || b < 0) return true;
        const PlaceTitle& older = older_.sections[static_cast<std::size_t>(a)];
        const PlaceTitle& newer = newer_.sections[static_cast<std::size_t>(b)];
        if (older.title.key().empty() || newer.title.key().empty()) return older.number == newer.number;
        constexpr float kSameTitle = 0.5F;
        if (likeness(older.title, newer.title) >= kSameTitle) return true;
        // A section that was given another name keeps its number, and no other has its old name.
        const bool renamed = std::none_of(newer_.sections.begin(), newer_.sections.end(), [&](const PlaceTitle& title) {
            return likeness(older.title, title.title) >= kSameTitle;
        });
        return renamed && older.number == newer.number;
    }

    /// Whether both stand under items whose titles say the same.
    bool same_item(const PathPair& paths) const {
        const int a = older_paths_.item[static_cast<std::size_t>(paths.first)];
        const int b = newer_paths_.item[static_cast<std::size_t>(paths.second)];
        if (a < 0 || b < 0) return false;
        constexpr float kSameTitle = 0.6F;
        const PlaceTitle& older = older_.items[static_cast<std::size_t>(a)];
        const PlaceTitle& newer = newer_.items[static_cast<std::size_t>(b)];
        return !older.title.key().empty() && likeness(older.title, newer.title) >= kSameTitle;
    }

    /// For each path the one that most of its records share, where that holds from both sides.
    std::map<PathPair, int> mutual() const {
        std::map<int, PathPair> of_older;
        std::map<int, PathPair> of_newer;
        const auto stronger = [&](const PathPair& a, const PathPair& b) {
            // An item goes on under its title, whatever came or went below it.
            if (same_item(a) != same_item(b)) return same_item(a);
            const int count_a = counts_.at(a);
            const int count_b = counts_.at(b);
            if (count_a != count_b) return count_a > count_b;
            return older_paths_.name(a.first) == newer_paths_.name(a.second) &&
                   older_paths_.name(b.first) != newer_paths_.name(b.second);
        };
        for (const auto& [paths, count] : counts_) {
            if (!sections_correspond(paths)) continue;
            const auto [older, new_older] = of_older.emplace(paths.first, paths);
            if (!new_older && stronger(paths, older->second)) older->second = paths;
            const auto [newer, new_newer] = of_newer.emplace(paths.second, paths);
            if (!new_newer && stronger(paths, newer->second)) newer->second = paths;
        }
        std::map<PathPair, int> pairs;
        for (const auto& [path, paths] : of_older) {
            const auto newer = of_newer.find(paths.second);
            if (newer != of_newer.end() && newer->second == paths) pairs.emplace(paths, counts_.at(paths));
        }
        return pairs;
    }

    void go_along() {
        std::vector<Step> steps;
        for (const auto& [paths, count] : mutual()) {
            // A path that kept its marks is not the one that was moved.
            const bool same = older_paths_.name(paths.first) == newer_paths_.name(paths.second);
            const int titled = same_item(paths) ? 4 * count : 0;
            steps.push_back({paths.first, paths.second, titled + (same ? 2 * count + 1 : 2 * count)});
        }
        std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.to < b.to; });
        const std::vector<bool> kept = OrderKept(steps).kept();
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (kept[i]) goes_along_.emplace(PathPair{steps[i].from, steps[i].to}, true);
        }
    }

    void mark_disorder(const std::vector<std::size_t>& members, std::vector<Move>& moves) const {
        std::vector<Step> steps;
        std::vector<std::size_t> single;
        for (const std::size_t i : members) {
            const Match& match = matching_.matches[i];
            // Parts of a split or merged record follow each other, not the order of the others.
            if (match.role != MatchRole::single) continue;
            steps.push_back({match.older, match.newer});
            single.push_back(i);
        }
        const std::vector<bool> kept = OrderKept(steps).kept();
        for (std::size_t i = 0; i < single.size(); ++i) {
            if (kept[i]) continue;
            moves[single[i]].moved = true;
            moves[single[i]].renumbered = false;
        }
    }

    const DocumentProfile& older_;
    const DocumentProfile& newer_;
    const Matching& matching_;
    Paths older_paths_;
    Paths newer_paths_;
    std::map<PathPair, int> counts_;
    std::map<PathPair, bool> goes_along_;
};

}  // namespace

std::vector<Move> find_moves(const DocumentProfile& older, const DocumentProfile& newer, const Matching& matching) {
    return Moves(older, newer, matching).find();
}

}  // namespace torimatome::pipeline
