#include "parsers/pdf/shaded_rows.hpp"

#include <algorithm>
#include <cmath>

namespace torimatome::parsers::pdf {

namespace {

constexpr double kEdge = 0.3;  // points: the edge of a field has no thickness, a rule has
constexpr double kNear = 2;    // points

struct Band {
    double top = 0;
    double bottom = 0;
    std::vector<const Glyph*> glyphs;
};

struct Stack {
    double left = 0;
    double right = 0;
    std::vector<double> edges;  // from top to bottom
};

// The edges of fields, by where they begin and end.
std::vector<Stack> stacks_of(const Rules& rules) {
    std::vector<Stack> stacks;
    for (const Rule& rule : rules.horizontal) {
        if (rule.thickness > kEdge || rule.dashed) continue;
        const auto same = std::find_if(stacks.begin(), stacks.end(), [&](const Stack& stack) {
            return std::abs(stack.left - rule.from) < kNear && std::abs(stack.right - rule.to) < kNear;
        });
        if (same == stacks.end()) {
            stacks.push_back({rule.from, rule.to, {rule.at}});
        } else if (rule.at - same->edges.back() > kNear) {
            same->edges.push_back(rule.at);
        }
    }
    return stacks;
}

// Whether a rule parts the columns already.
bool ruled_inside(const Stack& stack, const Rules& rules) {
    const double half = (stack.edges.back() - stack.edges.front()) / 2;
    return std::any_of(rules.vertical.begin(), rules.vertical.end(), [&](const Rule& rule) {
        const bool within = rule.at > stack.left + kNear && rule.at < stack.right - kNear &&
                            rule.to > stack.edges.front() && rule.from < stack.edges.back();
        return within && (rule.thickness > kEdge || rule.length() > half);
    });
}

bool is_shaded(const Page& page, const Stack& stack, double top, double bottom) {
    constexpr int kWhite = 250;
    const GreyImage& image = page.image;
    const int x = image.column_at(stack.left + 1);
    const int y = image.row_at((top + bottom) / 2);
    return image.row(y)[x] < kWhite;
}

Band band_between(const Page& page, const Stack& stack, double top, double bottom) {
    Band band{top, bottom, {}};
    for (const Glyph& glyph : page.glyphs) {
        const bool within = glyph.center_x() > stack.left && glyph.center_x() < stack.right;
        if (!glyph.hidden && within && glyph.center_y() > top && glyph.center_y() < bottom)
            band.glyphs.push_back(&glyph);
    }
    std::sort(band.glyphs.begin(), band.glyphs.end(),
              [](const Glyph* a, const Glyph* b) { return a->box.y0 < b->box.y0; });
    return band;
}

// Where a white row's text ends: at the first gap that is higher than one between lines.
double text_end(const Band& band) {
    constexpr double kGap = 0.65;  // of the type's size
    double end = band.top;
    for (const Glyph* glyph : band.glyphs) {
        if (glyph->box.y0 - end > kGap * glyph->size) break;
        end = std::max(end, glyph->box.y1);
    }
    return end;
}

void keep_above(Band& band, double end) {
    constexpr double kBelow = 1;  // points
    band.bottom = end + kBelow;
    std::erase_if(band.glyphs, [&](const Glyph* glyph) { return glyph->center_y() > band.bottom; });
}

bool crosses(const Glyph& glyph, double from, double to) { return glyph.box.x0 < to && glyph.box.x1 > from; }

bool crossed(const Band& band, double x) {
    return std::any_of(band.glyphs.begin(), band.glyphs.end(),
                       [x](const Glyph* glyph) { return crosses(*glyph, x - 0.5, x + 0.5); });
}

bool has_both_sides(const Band& band, double x) {
    const auto left = [x](const Glyph* glyph) { return glyph->center_x() < x; };
    return std::any_of(band.glyphs.begin(), band.glyphs.end(), left) &&
           !std::all_of(band.glyphs.begin(), band.glyphs.end(), left);
}

std::ptrdiff_t bands_crossed(const std::vector<Band>& bands, double x) {
    return std::count_if(bands.begin(), bands.end(), [x](const Band& band) { return crossed(band, x); });
}

// The middle of that part of a white stretch that the fewest bands cross: a head may be wider than its column's texts.
double freest_middle(const std::vector<Band>& bands, double from, double to) {
    std::ptrdiff_t fewest = std::ssize(bands) + 1;
    double first = from;
    double last = to;
    double begin = from;
    for (double x = from; x <= to; x += 0.5) {
        const std::ptrdiff_t hit = bands_crossed(bands, x);
        if (hit < fewest) {
            fewest = hit;
            first = begin = last = x;
        } else if (hit > fewest) {
            begin = x + 0.5;
        } else if (x - begin > last - first) {
            first = begin;
            last = x;
        }
    }
    return (first + last) / 2;
}

// The middles of the white stretches between columns that most bands leave free.
std::vector<double> gutters_of(const std::vector<Band>& bands, const Stack& stack) {
    constexpr double kNarrowest = 0.6;  // of the type's size
    constexpr double kStep = 1;
    double size = 0;
    std::size_t filled = 0;
    for (const Band& band : bands) {
        if (band.glyphs.empty()) continue;
        ++filled;
        for (const Glyph* glyph : band.glyphs) size = std::max(size, glyph->size);
    }
    std::vector<double> gutters;
    double from = stack.left;
    const auto close = [&](double to) {
        if (from > stack.left && to < stack.right && to - from >= kNarrowest * size) {
            const double middle = freest_middle(bands, from, to);
            const auto both = std::count_if(bands.begin(), bands.end(),
                                            [&](const Band& band) { return has_both_sides(band, middle); });
            if (static_cast<std::size_t>(both) * 2 >= filled) gutters.push_back(middle);
        }
    };
    for (double x = stack.left + 1; x < stack.right; x += kStep) {
        if (static_cast<std::size_t>(bands_crossed(bands, x)) * 5 <= filled) continue;
        close(x);
        from = x;
    }
    return gutters;
}

// Whether text directly above the first band keeps to its columns: white rows of the table stand there, with no field's
// edge above them to end it.
bool goes_on_above(const Page& page, const Stack& stack, const Band& first, const std::vector<double>& gutters) {
    constexpr double kClose = 4;  // sizes of the type
    double size = 0;
    for (const Glyph* glyph : first.glyphs) size = std::max(size, glyph->size);
    const Band above = band_between(page, stack, first.top - kClose * size, first.top);
    const auto parts = std::count_if(gutters.begin(), gutters.end(),
                                     [&](double x) { return has_both_sides(above, x) && !crossed(above, x); });
    return parts * 2 >= std::ssize(gutters);
}

void add_table(const Page& page, const Stack& stack, const std::vector<Band>& bands, Rules& rules) {
    constexpr std::size_t kFewestBands = 3;
    if (bands.size() < kFewestBands) return;
    const std::vector<double> gutters = gutters_of(bands, stack);
    if (gutters.empty() || goes_on_above(page, stack, bands.front(), gutters)) return;
    const double top = bands.front().top;
    const double bottom = bands.back().bottom;
    for (const double x : {stack.left, stack.right}) rules.vertical.push_back({x, top, bottom, 0});
    for (const double x : gutters) {
        for (const Band& band : bands) {
            if (!crossed(band, x)) rules.vertical.push_back({x, band.top, band.bottom, 0});
        }
    }
    rules.horizontal.push_back({bottom, stack.left, stack.right, 0});
}

bool same_text(const Band& a, const Band& b) {
    return a.glyphs.size() == b.glyphs.size() &&
           std::equal(a.glyphs.begin(), a.glyphs.end(), b.glyphs.begin(), [](const Glyph* x, const Glyph* y) {
               return x->code == y->code && std::abs(x->center_x() - y->center_x()) < kNear;
           });
}

bool is_one_line(const Band& band) {
    return !band.glyphs.empty() && band.glyphs.back()->center_y() < band.glyphs.front()->box.y1;
}

void join_stack(const Page& page, const Stack& stack, Rules& rules) {
    std::vector<Band> bands;
    const auto finish = [&] {
        add_table(page, stack, bands, rules);
        bands.clear();
    };
    for (std::size_t i = 0; i < stack.edges.size(); ++i) {
        const bool last = i + 1 == stack.edges.size();
        const double below = last ? page.height : stack.edges[i + 1];
        Band band = band_between(page, stack, stack.edges[i], below);
        const bool shaded = !last && is_shaded(page, stack, band.top, band.bottom);
        if (!shaded) {
            // Behind a white row the text goes on outside the table, or the table has ended before.
            const double end = text_end(band);
            const bool whole = !last && (band.glyphs.empty() || end >= band.glyphs.back()->box.y1 - kNear);
            if (!whole) {
                keep_above(band, end);
                if (!band.glyphs.empty() && !bands.empty()) bands.push_back(std::move(band));
                finish();
                continue;
            }
            if (bands.empty()) continue;
        }
        // The head again: another table, below its heading.
        if (shaded && bands.size() > 1 && same_text(bands.front(), band)) {
            const Band& before = bands.back();
            if (is_one_line(before) && !is_shaded(page, stack, before.top, before.bottom)) bands.pop_back();
            finish();
        }
        bands.push_back(std::move(band));
    }
    finish();
}

}  // namespace

void join_shaded_rows(const Page& page, Rules& rules) {
    constexpr std::size_t kFewestEdges = 4;
    for (const Stack& stack : stacks_of(rules)) {
        if (stack.edges.size() >= kFewestEdges && !ruled_inside(stack, rules)) join_stack(page, stack, rules);
    }
    const auto by_place = [](const Rule& a, const Rule& b) { return a.at < b.at; };
    std::stable_sort(rules.horizontal.begin(), rules.horizontal.end(), by_place);
    std::stable_sort(rules.vertical.begin(), rules.vertical.end(), by_place);
}

}  // namespace torimatome::parsers::pdf
