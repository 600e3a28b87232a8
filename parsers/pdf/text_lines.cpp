#include "parsers/pdf/text_lines.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

double shared_height(const Box& a, const Box& b) { return std::min(a.y1, b.y1) - std::max(a.y0, b.y0); }

void grow(Box& box, const Box& other) {
    box.x0 = std::min(box.x0, other.x0);
    box.y0 = std::min(box.y0, other.y0);
    box.x1 = std::max(box.x1, other.x1);
    box.y1 = std::max(box.y1, other.y1);
}

// The glyph's box no higher than its type: fonts' boxes may reach into the lines above and below.
Box type_box(const Glyph& glyph) {
    Box box = glyph.box;
    const double height = std::min(glyph.height(), std::max(glyph.size, 0.1));
    box.y0 = glyph.center_y() - height / 2;
    box.y1 = glyph.center_y() + height / 2;
    return box;
}

// Full-size glyphs decide where lines are; small ones (superscripts, notes' marks) then join the line they touch most.
struct Band {
    Box core;  // of the glyph that began it
    TextLine line;
};

void add(Band& band, const Glyph* glyph) {
    band.line.glyphs.push_back(glyph);
    grow(band.line.box, glyph->box);
    band.line.size = std::max(band.line.size, glyph->size);
}

Band* band_for(std::vector<Band>& bands, const Glyph& glyph, double least) {
    Band* best = nullptr;
    double most = 0;
    const Box box = type_box(glyph);
    for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
        const double lower = std::min(box.y1 - box.y0, band->core.y1 - band->core.y0);
        const double share = shared_height(band->core, box) / std::max(lower, 0.1);
        if (share > most && share >= least) {
            most = share;
            best = &*band;
        }
    }
    return best;
}

double usual_size(const std::vector<const Glyph*>& glyphs) {
    std::vector<double> sizes;
    for (const Glyph* glyph : glyphs) sizes.push_back(glyph->size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

// Every gap of the line is about as wide as the others: the text was stretched, and no space was typed.
bool stretched(const TextLine& line) {
    constexpr std::size_t kFewest = 3;
    if (line.glyphs.size() < kFewest) return false;
    double least = 1e9;
    double most = 0;
    for (std::size_t i = 0; i + 1 < line.glyphs.size(); ++i) {
        const double gap = line.glyphs[i + 1]->box.x0 - line.glyphs[i]->box.x1;
        least = std::min(least, gap);
        most = std::max(most, gap);
    }
    return least > 0.2 * line.size && most - least < 0.3 * line.size + 0.1 * most;
}

// Gaps at which a space was typed, in sizes of the type. Between Japanese and Latin letters word processors leave a
// quarter of their own accord; after a numbering mark at the start of a line even the narrowest space counts.
double least_space(const Glyph& a, const Glyph& b, bool after_mark) {
    const bool first = text::is_japanese(a.code);
    const bool second = text::is_japanese(b.code);
    if (after_mark || (!first && !second)) return 0.15;
    return first && second ? 0.2 : 0.27;
}

const char* space_between(const Glyph& a, const Glyph& b, bool after_mark) {
    const double size = std::min(a.size, b.size);
    const double gap = b.box.x0 - a.box.x1;
    if (gap < least_space(a, b, after_mark) * size) return "";
    const bool japanese = text::is_japanese(a.code) || text::is_japanese(b.code);
    return japanese && gap > 0.8 * size ? "\u3000" : " ";
}

// How many glyphs at the line's start are a numbering mark: 1, 12, ①, (1), Ⅰ, ア.
std::size_t leading_mark_length(const TextLine& line) {
    const auto code = [&](std::size_t i) { return i < line.glyphs.size() ? line.glyphs[i]->code : U'\0'; };
    const auto is_digit = [](char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); };
    std::size_t digits = 0;
    while (digits < 3 && is_digit(code(digits))) ++digits;
    if (digits > 0) return digits;
    const char32_t first = code(0);
    const bool sign = (first >= 0x2460 && first <= 0x24FF) || (first >= 0x2160 && first <= 0x217F);
    return sign || (text::is_katakana(first) && !text::is_katakana(code(1))) ? 1 : 0;
}

}  // namespace

std::vector<TextLine> find_lines(const std::vector<const Glyph*>& glyphs, double shared) {
    if (glyphs.empty()) return {};
    const double usual = usual_size(glyphs);
    std::vector<const Glyph*> sorted = glyphs;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Glyph* a, const Glyph* b) { return a->center_y() < b->center_y(); });
    std::vector<Band> bands;
    for (const bool small : {false, true}) {
        for (const Glyph* glyph : sorted) {
            if ((glyph->size < 0.75 * usual) != small) continue;
            Band* band = band_for(bands, *glyph, small ? 0.5 : shared);
            if (!band) {
                bands.push_back({type_box(*glyph), {{}, glyph->box, glyph->size}});
                band = &bands.back();
            }
            add(*band, glyph);
        }
    }
    std::stable_sort(bands.begin(), bands.end(),
                     [](const Band& a, const Band& b) { return a.core.y0 + a.core.y1 < b.core.y0 + b.core.y1; });
    std::vector<TextLine> lines;
    for (Band& band : bands) {
        auto& line = band.line.glyphs;
        std::stable_sort(line.begin(), line.end(),
                         [](const Glyph* a, const Glyph* b) { return a->center_x() < b->center_x(); });
        lines.push_back(std::move(band.line));
    }
    return lines;
}

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

bool is_one_run(const TextLine& line) {
    constexpr double kTyped = 1.3;  // sizes of the type
    double right = line.box.x0;
    for (const Glyph* glyph : line.glyphs) {
        if (glyph->box.x0 - right > kTyped * line.size) return false;
        right = std::max(right, glyph->box.x1);
    }
    return true;
}

std::string text_of(const TextLine& line) {
    const bool even = stretched(line);
    const std::size_t mark = leading_mark_length(line);
    std::string text;
    for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
        if (i > 0 && !even) text += space_between(*line.glyphs[i - 1], *line.glyphs[i], i == mark);
        text::append_code_point(text, line.glyphs[i]->code);
    }
    return text;
}

}  // namespace torimatome::parsers::pdf
