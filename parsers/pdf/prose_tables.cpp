#include "parsers/pdf/prose_tables.hpp"

#include <algorithm>
#include <optional>

#include "parsers/pdf/prose_columns.hpp"
#include "parsers/pdf/prose_rows.hpp"
#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kFieldEdge = 0.3;  // points: the edge of a field of colour has no thickness, a rule has

bool is_drawn(const Rule& rule) { return rule.dashed || rule.thickness > kFieldEdge; }

// The boxes of the tables that drawn rules make: their texts are not looked at.
std::vector<Box> ruled_boxes(const Page& page, const Rules& rules) {
    Rules drawn;
    std::copy_if(rules.horizontal.begin(), rules.horizontal.end(), std::back_inserter(drawn.horizontal), is_drawn);
    std::copy_if(rules.vertical.begin(), rules.vertical.end(), std::back_inserter(drawn.vertical), is_drawn);
    std::vector<Box> boxes;
    for (const Grid& grid : find_grids(drawn, page.image)) boxes.push_back(grid.box());
    return boxes;
}

bool holds(const Box& box, double x, double y) { return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1; }

void drop_rules_within(const Box& box, Rules& rules) {
    constexpr double kAround = 12;  // points: fields reach beyond the texts on them
    const Box wide{box.x0 - kAround, box.y0 - kAround, box.x1 + kAround, box.y1 + kAround};
    std::erase_if(rules.horizontal, [&](const Rule& rule) { return holds(wide, (rule.from + rule.to) / 2, rule.at); });
    std::erase_if(rules.vertical, [&](const Rule& rule) { return holds(wide, rule.at, (rule.from + rule.to) / 2); });
}

// How many drawn rules part the region's lines.
std::ptrdiff_t drawn_within(const ProseRegion& region, const std::vector<Rule>& horizontal) {
    const double top = region.lines.front().middle();
    const double bottom = region.lines.back().middle();
    return std::count_if(horizontal.begin(), horizontal.end(),
                         [&](const Rule& rule) { return is_drawn(rule) && rule.at > top && rule.at < bottom; });
}

// Whether a title, in larger type than the lines around, parts the region: two tables, which only seem to agree.
bool holds_title(const ProseRegion& region) {
    constexpr double kLarger = 1.05;
    for (std::size_t i = 1; i < region.lines.size(); ++i) {
        if (region.across[i] && region.lines[i].size > kLarger * region.lines[i - 1].size) return true;
    }
    return false;
}

// The lines of the first row.
std::vector<std::string> head_of(const ProseRegion& region, const Grid& grid) {
    std::vector<std::string> head;
    for (const TextLine& line : region.lines) {
        if (line.middle() < grid.ys[1]) head.push_back(characters_of(line));
    }
    return head;
}

}  // namespace

std::vector<Grid> find_prose_tables(const Page& page, Rules& rules, KnownColumns& known) {
    const std::vector<Box> ruled = ruled_boxes(page, rules);
    std::vector<const Glyph*> glyphs;
    for (const Glyph& glyph : page.glyphs) {
        const bool within = std::any_of(ruled.begin(), ruled.end(),
                                        [&](const Box& box) { return holds(box, glyph.center_x(), glyph.center_y()); });
        if (!glyph.hidden && !within && glyph.direction == Direction::right) glyphs.push_back(&glyph);
    }
    std::vector<Grid> grids;
    for (const ProseRegion& region : find_prose_regions(find_lines(glyphs), known)) {
        if (!region.continues && drawn_within(region, rules.horizontal) > 0) continue;  // a table between rules
        if (!region.continues && holds_title(region)) continue;
        std::optional<Grid> grid = prose_grid(region, rules.horizontal, region.continues);
        if (!grid) continue;
        const bool larger = region.lines.size() * 3 > known.lines.size();
        if (!known.complete && (region.continues || larger)) known = {region.xs, head_of(region, *grid), region.ink};
        drop_rules_within(grid->box(), rules);
        grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace torimatome::parsers::pdf
