#include "parsers/pdf/page_tables.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "parsers/pdf/aligned_tables.hpp"
#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/prose_tables.hpp"
#include "parsers/pdf/ruled_tables.hpp"
#include "parsers/pdf/rules.hpp"
#include "parsers/pdf/shaded_rows.hpp"
#include "parsers/pdf/text_lines.hpp"
#include "parsers/pdf/visibility.hpp"

namespace torimatome::parsers::pdf {

namespace {

// Whether the line begins with a mark or number of its own: 「１」, 「二　」, 「（１）」.
bool starts_point(const TextLine& line) {
    constexpr std::u32string_view kSigns = U"（(【「『※○●◎・①②③④⑤⑥⑦⑧⑨0123456789０１２３４５６７８９";
    constexpr double kGap = 0.3;             // sizes of the type
    constexpr std::size_t kLongestMark = 2;  // characters
    if (kSigns.find(line.glyphs.front()->code) != std::u32string_view::npos) return true;
    for (std::size_t i = 1; i < line.glyphs.size() && i <= kLongestMark; ++i) {
        if (line.glyphs[i]->box.x0 - line.glyphs[i - 1]->box.x1 > kGap * line.size) return true;
    }
    return false;
}

// Whether `next` goes on from `line`, a centred heading that its frame's width broke. Lines set to the left say nothing
// of where their frame ends and stay as they are.
bool is_broken_heading(const TextLine& line, const TextLine& next) {
    constexpr std::size_t kFewest = 10;  // characters
    const double middle = (line.box.x0 + line.box.x1) / 2;
    const double next_middle = (next.box.x0 + next.box.x1) / 2;
    const bool centred = std::abs(middle - next_middle) < 0.6 * line.size;
    const bool close = next.box.y0 - line.box.y1 < 0.9 * line.size && next.box.y0 > line.box.y0;
    const bool same_type = std::abs(line.size - next.size) < 0.3;
    const bool full = next.box.x1 - next.box.x0 <= line.box.x1 - line.box.x0 + 0.5 * line.size;
    return centred && close && same_type && full && line.glyphs.size() >= kFewest && !starts_point(next);
}

void add_loose_lines(const Page& page, const std::vector<const Glyph*>& glyphs, std::vector<LooseText>& loose) {
    std::vector<TextLine> last;  // the parts of the line above
    std::vector<std::size_t> places;
    for (const TextLine& line : find_lines(glyphs)) {
        std::vector<TextLine> parts = parts_of(line);
        std::vector<std::size_t> here;
        for (const TextLine& part : parts) {
            const auto above = std::find_if(last.begin(), last.end(),
                                            [&](const TextLine& each) { return is_broken_heading(each, part); });
            SourcePosition place;
            place.page = page.number;
            place.turned = page.turned;
            place.box = as_shown(page, part.box);
            if (above != last.end()) {
                const std::size_t at = places[static_cast<std::size_t>(above - last.begin())];
                loose[at].text += text_of(part);
                here.push_back(at);
                continue;
            }
            here.push_back(loose.size());
            loose.push_back({text_of(part), place});
        }
        last = std::move(parts);
        places = std::move(here);
    }
}

// Lines of text make one table only where no ruled table stands between them: headings above several tables are none.
void add_aligned_tables(const Page& page, const std::vector<Rule>& horizontal, AlignedColumns& columns,
                        std::vector<const Glyph*>& rest, std::vector<PageTable>& tables, Findings& findings) {
    std::vector<double> ends;
    for (const PageTable& table : tables) ends.push_back(table.box.y1);
    std::sort(ends.begin(), ends.end());
    std::vector<std::vector<const Glyph*>> regions(ends.size() + 1);
    for (const Glyph* glyph : rest) {
        const auto next = std::upper_bound(ends.begin(), ends.end(), glyph->center_y());
        regions[static_cast<std::size_t>(next - ends.begin())].push_back(glyph);
    }
    rest.clear();
    for (std::vector<const Glyph*>& region : regions) {
        for (PageTable& table : find_aligned_tables(page, region, horizontal, columns, findings))
            tables.push_back(std::move(table));
        rest.insert(rest.end(), region.begin(), region.end());
        if (&region != &regions.back()) columns = {{}, {}, {}, columns.prose};
    }
}

}  // namespace

PageTables read_page_tables(Page& page, AlignedColumns& columns) {
    PageTables result;
    std::vector<const Glyph*> rest;
    if (!page.recognised) mark_hidden(page);  // recognised characters stand only about where they are drawn
    report_hidden(page, result.findings);
    Rules rules = find_rules(page);
    std::vector<Grid> prose;
    if (!page.recognised) prose = find_prose_tables(page, rules, columns.prose);
    result.recognised = page.recognised;
    if (!prose.empty()) result.prose_columns = prose.back().xs;
    join_shaded_rows(page, rules);
    std::vector<Grid> grids = find_grids(rules, page.image);
    std::move(prose.begin(), prose.end(), std::back_inserter(grids));
    result.tables = fill_tables(page, std::move(grids), result.loose, rest, result.findings);
    add_aligned_tables(page, rules.horizontal, columns, rest, result.tables, result.findings);
    std::stable_sort(result.tables.begin(), result.tables.end(),
                     [](const PageTable& a, const PageTable& b) { return a.box.y0 < b.box.y0; });
    add_loose_lines(page, rest, result.loose);
    std::stable_sort(result.loose.begin(), result.loose.end(), [](const LooseText& a, const LooseText& b) {
        return reading_depth(a.source) < reading_depth(b.source);
    });
    return result;
}

}  // namespace torimatome::parsers::pdf
