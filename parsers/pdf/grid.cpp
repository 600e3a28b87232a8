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

}  // namespace

std::vector<Grid> find_grids(const Rules& rules, const GreyImage& image) {
    std::vector<Grid> grids;
    for (const Rules& group : touching_groups(rules)) {
        if (group.horizontal.size() < 2 || group.vertical.empty()) continue;
        Grid grid = make_grid(group, image);
        if (!grid.cells.empty()) grids.push_back(std::move(grid));
    }
    std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.ys.front() < b.ys.front(); });
    return grids;
}

}  // namespace torimatome::parsers::pdf
