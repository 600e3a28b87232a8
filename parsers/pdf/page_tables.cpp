#include "parsers/pdf/page_tables.hpp"

#include <algorithm>

#include "parsers/pdf/aligned_tables.hpp"
#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/ruled_tables.hpp"
#include "parsers/pdf/rules.hpp"
#include "parsers/pdf/text_lines.hpp"
#include "parsers/pdf/visibility.hpp"

namespace torimatome::parsers::pdf {

namespace {

void add_loose_lines(const Page& page, const std::vector<const Glyph*>& glyphs, std::vector<LooseText>& loose) {
    for (const TextLine& line : find_lines(glyphs)) {
        for (const TextLine& part : parts_of(line)) {
            SourcePosition place;
            place.page = page.number;
            place.box = as_shown(page, part.box);
            loose.push_back({text_of(part), place});
        }
    }
}

}  // namespace

PageTables read_page_tables(Page& page, AlignedColumns& columns) {
    PageTables result;
    std::vector<const Glyph*> rest;
    if (!page.recognised) mark_hidden(page);  // recognised characters stand only about where they are drawn
    report_hidden(page, result.findings);
    const Rules rules = find_rules(page);
    result.tables = fill_tables(page, find_grids(rules), result.loose, rest, result.findings);
    for (PageTable& table : find_aligned_tables(page, rest, columns)) result.tables.push_back(std::move(table));
    std::stable_sort(result.tables.begin(), result.tables.end(),
                     [](const PageTable& a, const PageTable& b) { return a.box.y0 < b.box.y0; });
    add_loose_lines(page, rest, result.loose);
    std::stable_sort(result.loose.begin(), result.loose.end(),
                     [](const LooseText& a, const LooseText& b) { return a.source.box->y0 < b.source.box->y0; });
    return result;
}

}  // namespace torimatome::parsers::pdf
