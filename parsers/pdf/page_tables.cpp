#include "parsers/pdf/page_tables.hpp"

#include <algorithm>

#include "parsers/pdf/grid.hpp"
#include "parsers/pdf/ruled_tables.hpp"
#include "parsers/pdf/rules.hpp"
#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

namespace {

// A line's parts that stand far from each other: a title, and the 資料番号 at the right.
std::vector<TextLine> parts_of(const TextLine& line) {
    constexpr double kFar = 2.5;  // of the type's size
    std::vector<TextLine> parts;
    for (const Glyph* glyph : line.glyphs) {
        const bool far = parts.empty() || glyph->box.x0 - parts.back().box.x1 > kFar * line.size;
        if (far) parts.push_back({{}, glyph->box, line.size});
        TextLine& part = parts.back();
        part.glyphs.push_back(glyph);
        part.box.x1 = std::max(part.box.x1, glyph->box.x1);
        part.box.y0 = std::min(part.box.y0, glyph->box.y0);
        part.box.y1 = std::max(part.box.y1, glyph->box.y1);
    }
    return parts;
}

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

PageTables read_page_tables(Page& page) {
    PageTables result;
    std::vector<const Glyph*> rest;
    const Rules rules = find_rules(page);
    result.tables = fill_tables(page, find_grids(rules), result.loose, rest);
    add_loose_lines(page, rest, result.loose);
    std::stable_sort(result.loose.begin(), result.loose.end(),
                     [](const LooseText& a, const LooseText& b) { return a.source.box->y0 < b.source.box->y0; });
    return result;
}

}  // namespace torimatome::parsers::pdf
