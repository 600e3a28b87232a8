#include "parsers/pdf/rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "parsers/pdf/dashes.hpp"
#include "parsers/pdf/rule_runs.hpp"
#include "parsers/pdf/text_rules.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr int kThickest = 5;  // pixels between the edges of one rule, double ones included

// The steps of a diagonal: short runs each of which starts where that of the row above ended.
void drop_diagonals(std::vector<Run>& runs) {
    constexpr int kLongestStep = 40;
    constexpr std::size_t kFewestSteps = 3;
    std::vector<std::size_t> row_start;  // first run of each edge
    for (std::size_t i = 0; i < runs.size(); ++i) {
        while (row_start.size() <= static_cast<std::size_t>(runs[i].edge)) row_start.push_back(i);
    }
    const auto runs_of = [&](int edge) {
        const auto e = static_cast<std::size_t>(edge);
        const std::size_t begin = e < row_start.size() ? row_start[e] : runs.size();
        const std::size_t end = e + 1 < row_start.size() ? row_start[e + 1] : runs.size();
        return std::pair{begin, end};
    };
    std::vector<bool> dropped(runs.size());
    for (const int way : {1, -1}) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            std::vector<std::size_t> chain{i};
            for (bool found = true; found;) {
                found = false;
                const Run& last = runs[chain.back()];
                if (last.length() > kLongestStep || last.dashed) break;
                const auto [begin, end] = runs_of(last.edge + 1);
                for (std::size_t j = begin; j < end && !found; ++j) {
                    const int gap = way > 0 ? runs[j].first - last.last : last.first - runs[j].last;
                    found = gap >= -3 && gap <= 3 && runs[j].length() <= kLongestStep;
                    if (found) chain.push_back(j);
                }
            }
            if (chain.size() < kFewestSteps) continue;
            for (const std::size_t each : chain) dropped[each] = true;
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!dropped[i]) runs[kept++] = runs[i];
    }
    runs.resize(kept);
}

struct Cluster {
    int first_edge = 0;
    int last_edge = 0;
    int first = 0;
    int last = 0;
    bool dashed = false;
};

// Whether the run, beyond a white gap, is much shorter or longer than what has been found so far: an underline close to
// a row's rule. The two lines of a double rule are as long as each other but for the rules that cross one of them.
bool stands_apart(const Run& run, const Cluster& cluster) {
    constexpr int kGap = 2;  // pixels
    constexpr int kMuch = 8;
    if (run.dashed || cluster.dashed || run.edge - cluster.last_edge < kGap) return false;
    const auto unlike = [](int a, int b) { return std::abs(a - b) > kMuch; };
    return unlike(run.first, cluster.first) && unlike(run.last, cluster.last);
}

// The edges of one rule (two, or four of a double rule) to one.
std::vector<Cluster> cluster(const std::vector<Run>& runs) {
    constexpr int kTouching = 3;  // pixels
    std::vector<Cluster> done;
    std::vector<Cluster> open;
    for (const Run& run : runs) {
        const auto finished = std::stable_partition(
            open.begin(), open.end(), [&](const Cluster& each) { return run.edge - each.first_edge <= kThickest; });
        done.insert(done.end(), finished, open.end());
        open.erase(finished, open.end());
        Cluster whole{run.edge, run.edge, run.first, run.last, run.dashed};
        std::erase_if(open, [&](const Cluster& each) {
            const bool meets = run.first <= each.last + kTouching && run.last >= each.first - kTouching;
            if (!meets || stands_apart(run, each)) return false;
            whole.first_edge = std::min(whole.first_edge, each.first_edge);
            whole.last_edge = std::max(whole.last_edge, each.last_edge);
            whole.first = std::min(whole.first, each.first);
            whole.last = std::max(whole.last, each.last);
            whole.dashed = whole.dashed || each.dashed;
            return true;
        });
        open.push_back(whole);
    }
    done.insert(done.end(), open.begin(), open.end());
    return done;
}

// Of a scan nobody knows yet where its characters stand, and the grain of a photograph looks like strokes and dashes
// everywhere: only what is longer than any stroke can be a rule.
void drop_short(std::vector<Run>& runs, double scale) {
    constexpr double kShortest = 28;  // points
    std::erase_if(runs, [scale](const Run& run) { return run.dashed || run.length() < kShortest * scale; });
}

// Marks in the rows of a column (△, ×) that stand like dashes have wider gaps between them than a dashed rule beside
// them that is much longer. The rules run along the image's rows.
void drop_unlike_dashes(std::vector<Rule>& rules, const GreyImage& image) {
    constexpr double kMuchLonger = 3;
    const std::vector<Rule> all = rules;
    std::erase_if(rules, [&](const Rule& rule) {
        return rule.dashed && std::any_of(all.begin(), all.end(), [&](const Rule& other) {
                   if (!other.dashed || other.length() < kMuchLonger * rule.length()) return false;
                   if (other.from > rule.from || other.to < rule.to) return false;
                   const Dashes known = dashes_along(image, other.at, rule.from, rule.to, true);
                   return dashes_along(image, rule.at, rule.from, rule.to, true).broken_beside(known);
               });
    });
}

// Strokes of characters close beside a rule, one below the other, look like dashes, and so does a pale rule with the
// darker ones that cross it, over the gaps between its parts. `all` is sorted by edges.
bool runs_along_lines(const Run& run, const std::vector<Run>& all) {
    constexpr int kOverhang = 6;  // pixels
    constexpr double kNearlyAll = 0.9;
    struct Line {
        int first = 1 << 30;
        int last = -1;
        int covered = 0;
    };
    std::array<Line, 2 * kThickest + 1> lines{};  // by the edge
    const auto begin = std::lower_bound(all.begin(), all.end(), run.edge - kThickest,
                                        [](const Run& each, int edge) { return each.edge < edge; });
    for (auto part = begin; part != all.end() && part->edge <= run.edge + kThickest; ++part) {
        const int shared = std::min(part->last, run.last) - std::max(part->first, run.first) + 1;
        if (part->dashed || shared <= 0) continue;
        Line& line = lines[static_cast<std::size_t>(part->edge - run.edge + kThickest)];
        line.first = std::min(line.first, part->first);
        line.last = std::max(line.last, part->last);
        line.covered += shared;
    }
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        return line.covered >= kNearlyAll * run.length() && line.first - kOverhang <= run.first &&
               line.last + kOverhang >= run.last;
    });
}

void drop_dashes_along_lines(std::vector<Run>& runs) {
    const std::vector<Run> all = runs;
    std::erase_if(runs, [&](const Run& run) { return run.dashed && runs_along_lines(run, all); });
}

// The lines of a double rule that is wider than most: solid, of one length, together lower than any line of text. The
// rules are sorted by their places.
void join_double_rules(std::vector<Rule>& rules, double scale) {
    const double highest = 4.4 + 1 / scale;  // points, and a pixel by which the picture is wrong
    constexpr double kSameEnd = 2;           // points
    constexpr double kShortest = 45;         // points
    const auto top = [](const Rule& rule) { return rule.at - rule.thickness / 2; };
    const auto bottom = [](const Rule& rule) { return rule.at + rule.thickness / 2; };
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (std::size_t j = i + 1; j < rules.size() && rules[j].at - rules[i].at <= highest; ++j) {
            Rule& first = rules[i];
            const Rule& second = rules[j];
            const double height = std::max(bottom(first), bottom(second)) - std::min(top(first), top(second));
            const bool same =
                std::abs(first.from - second.from) < kSameEnd && std::abs(first.to - second.to) < kSameEnd;
            if (first.dashed || second.dashed || first.length() < kShortest || !same || height > highest) continue;
            first.at = std::min(top(first), top(second)) + height / 2;
            first.thickness = height;
            rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(j));
            break;
        }
    }
}

std::vector<Rule> rules_of(const GreyImage& image, const Page& page, bool horizontal) {
    const std::vector<Glyph>& glyphs = page.glyphs;
    std::vector<Run> runs = find_runs(image);
    if (glyphs.empty() || page.recognised || page.shaded) drop_short(runs, image.scale);
    drop_strokes(runs, glyphs, image, horizontal);
    drop_diagonals(runs);
    drop_dashes_along_lines(runs);
    std::vector<Rule> rules;
    for (const Cluster& each : cluster(runs)) {
        // A dash has two edges; strokes of characters that stand by chance like dashes have one in common.
        if (each.dashed && each.first_edge == each.last_edge) continue;
        Rule rule;
        rule.at = (each.first_edge + each.last_edge) / 2.0 / image.scale;
        rule.from = each.first / image.scale;
        rule.to = (each.last + 1) / image.scale;
        rule.thickness = (each.last_edge - each.first_edge) / image.scale;
        rule.dashed = each.dashed;
        rules.push_back(rule);
    }
    drop_unlike_dashes(rules, image);
    std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
    join_double_rules(rules, image.scale);
    return rules;
}

}  // namespace

Rules find_rules(Page& page) {
    Rules rules;
    rules.horizontal = rules_of(page.image, page, true);
    rules.vertical = rules_of(transposed(page.image), page, false);
    mark_text_rules(rules, page);
    return rules;
}

}  // namespace torimatome::parsers::pdf
