#include "parsers/pdf/grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "parsers/pdf/grid_cells.hpp"
#include "parsers/pdf/text_rules.hpp"

namespace torimatome::parsers::pdf {

namespace {

class Groups {
  public:
    explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

  private:
    std::vector<std::size_t> parent_;
};

bool meet(const Rule& horizontal, const Rule& vertical) {
    const double near = touching_distance(horizontal, vertical);
    return vertical.at >= horizontal.from - near && vertical.at <= horizontal.to + near &&
           horizontal.at >= vertical.from - near && horizontal.at <= vertical.to + near;
}

// The rules in groups that touch each other.
std::vector<Rules> touching_groups(const Rules& rules) {
    const std::size_t count = rules.horizontal.size();
    Groups groups(count + rules.vertical.size());
    for (std::size_t v = 0; v < rules.vertical.size(); ++v) {
        const Rule& vertical = rules.vertical[v];
        // Sorted by height: only those along the vertical rule are looked at.
        const auto first = std::lower_bound(rules.horizontal.begin(), rules.horizontal.end(), vertical.from - 10,
                                            [](const Rule& rule, double at) { return rule.at < at; });
        for (auto h = first; h != rules.horizontal.end() && h->at <= vertical.to + 10; ++h) {
            if (meet(*h, vertical)) groups.join(static_cast<std::size_t>(h - rules.horizontal.begin()), count + v);
        }
    }
    std::vector<std::size_t> roots;
    std::vector<Rules> result;
    const auto group_of = [&](std::size_t i) -> Rules& {
        const std::size_t root = groups.find(i);
        const auto known = std::find(roots.begin(), roots.end(), root);
        if (known != roots.end()) return result[static_cast<std::size_t>(known - roots.begin())];
        roots.push_back(root);
        return result.emplace_back();
    };
    for (std::size_t i = 0; i < count; ++i) group_of(i).horizontal.push_back(rules.horizontal[i]);
    for (std::size_t i = 0; i < rules.vertical.size(); ++i) group_of(count + i).vertical.push_back(rules.vertical[i]);
    return result;
}

constexpr double kSamePlace = 2;  // points

struct Reach {
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
};

Reach reach_of(const Rules& group) {
    Reach reach;
    for (const Rule& rule : group.horizontal) {
        reach.left = std::min(reach.left, rule.from);
        reach.right = std::max(reach.right, rule.to);
        reach.top = std::min(reach.top, rule.at);
        reach.bottom = std::max(reach.bottom, rule.at);
    }
    return reach;
}

bool same(double a, double b) { return std::abs(a - b) <= kSamePlace; }

// Whether all its rules between rows go from the same left to the same right, and none closes the sides there.
bool has_open_sides(const Rules& group) {
    if (group.horizontal.empty()) return false;
    const Reach reach = reach_of(group);
    const auto is_side = [&](const Rule& rule) { return same(rule.at, reach.left) || same(rule.at, reach.right); };
    const auto is_whole = [&](const Rule& rule) { return same(rule.from, reach.left) && same(rule.to, reach.right); };
    return std::none_of(group.vertical.begin(), group.vertical.end(), is_side) && is_whole(group.horizontal.front()) &&
           is_whole(group.horizontal.back());
}

double lowest_row(const Rules& group) {
    constexpr double kLeast = 5;  // points
    double lowest = 1e9;
    for (std::size_t i = 1; i < group.horizontal.size(); ++i) {
        const double height = group.horizontal[i].at - group.horizontal[i - 1].at;
        if (height > kLeast) lowest = std::min(lowest, height);
    }
    return lowest;
}

bool same_columns(const Rules& a, const Rules& b) {
    const auto stands_in = [](const Rule& rule, const Rules& group) {
        return std::any_of(group.vertical.begin(), group.vertical.end(),
                           [&](const Rule& other) { return same(rule.at, other.at); });
    };
    return std::all_of(a.vertical.begin(), a.vertical.end(), [&](const Rule& rule) { return stands_in(rule, b); }) &&
           std::all_of(b.vertical.begin(), b.vertical.end(), [&](const Rule& rule) { return stands_in(rule, a); });
}

// Whether `below` is the same table as `above`, which a row over all columns parts from it: without rules at the sides
// nothing holds them together, but what stands between them is no higher than a row of one line.
bool is_parted_by_row(const Rules& above, const Rules& below) {
    constexpr double kHigher = 1.08;
    const Reach a = reach_of(above);
    const Reach b = reach_of(below);
    const double row = std::min(lowest_row(above), lowest_row(below));
    return same(a.left, b.left) && same(a.right, b.right) && b.top > a.bottom && b.top - a.bottom <= kHigher * row &&
           (below.vertical.empty() || same_columns(above, below));
}

// Brings together the groups of tables whose sides are open and that rows over all columns part.
void join_open_sided(std::vector<Rules>& groups) {
    const auto top = [](const Rules& group) { return group.horizontal.empty() ? 1e9 : group.horizontal.front().at; };
    std::stable_sort(groups.begin(), groups.end(), [&](const Rules& a, const Rules& b) { return top(a) < top(b); });
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].vertical.empty() || !has_open_sides(groups[i])) continue;
        for (std::size_t j = i + 1; j < groups.size(); ++j) {
            if (!has_open_sides(groups[j]) || !is_parted_by_row(groups[i], groups[j])) continue;
            const auto append = [](std::vector<Rule>& to, const std::vector<Rule>& from) {
                to.insert(to.end(), from.begin(), from.end());
                std::stable_sort(to.begin(), to.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
            };
            append(groups[i].horizontal, groups[j].horizontal);
            append(groups[i].vertical, groups[j].vertical);
            groups[j] = {};
        }
    }
}

}  // namespace

std::vector<Grid> find_grids(const Rules& rules, const GreyImage& image) {
    std::vector<Grid> grids;
    std::vector<Rules> groups = touching_groups(rules);
    join_open_sided(groups);
    for (const Rules& group : groups) {
        if (group.horizontal.size() < 2 || group.vertical.empty()) continue;
        Grid grid = make_grid(group, image);
        if (!grid.cells.empty()) grids.push_back(std::move(grid));
    }
    std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.ys.front() < b.ys.front(); });
    return grids;
}

}  // namespace torimatome::parsers::pdf
