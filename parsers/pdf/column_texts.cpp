#include "parsers/pdf/column_texts.hpp"

#include <algorithm>
#include <cmath>

#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

std::size_t column_at(const std::vector<double>& edges, double x) {
    const auto edge = std::upper_bound(edges.begin(), edges.end(), x);
    const auto count = static_cast<std::ptrdiff_t>(edges.size()) - 1;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(edge - edges.begin() - 1, 0, count - 1));
}

bool has_japanese(const ColumnText& text) {
    return std::any_of(text.glyphs.begin(), text.glyphs.end(),
                       [](const Glyph* glyph) { return text::is_japanese(glyph->code); });
}

bool is_prose(const ColumnText& text) {
    constexpr std::size_t kFewest = 4;  // characters
    return text.glyphs.size() >= kFewest && has_japanese(text);
}

// Numbers break nowhere but after a hyphen.
bool ends_in_hyphen(const ColumnText& text) {
    const char32_t last = text.glyphs.back()->code;
    return last == U'-' || last == U'‐' || last == U'－';
}

using Column = std::vector<ColumnText>;  // the lines of one column, from top to bottom

double distance(const ColumnText& above, const ColumnText& below) { return below.middle() - above.middle(); }

// The closest that lines of any column follow each other; 0 where none do. Renderers set lines to whole pixels, so that
// those of one cell stand a little closer or further: the furthest of them counts. Even a row's smallest padding is
// more.
double closest_pitch(const std::vector<Column>& columns) {
    constexpr double kLeast = 0.8;  // sizes of the type
    constexpr double kMost = 2.0;
    constexpr double kPixel = 0.8;  // points
    constexpr double kSpread = 2.0;
    std::vector<double> pitches;
    for (const Column& lines : columns) {
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const double pitch = distance(lines[i - 1], lines[i]);
            if (pitch >= kLeast * lines[i].size && pitch <= kMost * lines[i].size) pitches.push_back(pitch);
        }
    }
    if (pitches.empty()) return 0;
    std::sort(pitches.begin(), pitches.end());
    double furthest = pitches.front();
    for (const double pitch : pitches) {
        if (pitch - furthest > kPixel || pitch - pitches.front() > kSpread) break;
        furthest = pitch;
    }
    return furthest;
}

bool follows_closely(double below, double pitch) { return below <= pitch + 0.1; }

// Whether all columns that have a line beside line `i - 1` of `lines` have one beside line `i` too: rows step so,
// broken lines leave the columns beside them blank.
bool steps_everywhere(const std::vector<Column>& columns, const Column& lines, std::size_t i) {
    const auto has = [](const Column& column, const ColumnText& line) {
        return std::any_of(column.begin(), column.end(), [&](const ColumnText& each) {
            return std::abs(each.middle() - line.middle()) < 0.2 * line.size;
        });
    };
    bool any = false;
    for (const Column& column : columns) {
        if (&column == &lines || !has(column, lines[i - 1])) continue;
        if (!has(column, lines[i])) return false;
        any = true;
    }
    return any;
}

// Whether lines at the closest pitch are broken lines of one cell, not rows: broken lines fill their column's width,
// and numbers do not break.
bool breaks_lines(const std::vector<Column>& columns, double pitch) {
    constexpr double kFull = 1.7;  // sizes of the type that a broken line may leave free
    std::size_t full = 0;
    std::size_t rows = 0;
    for (const Column& lines : columns) {
        double right = 0;
        double left = 1e9;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            if (!follows_closely(distance(lines[i - 1], lines[i]), pitch)) continue;
            right = std::max({right, lines[i - 1].right, lines[i].right});
            left = std::min({left, lines[i - 1].left, lines[i].left});
        }
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const ColumnText& above = lines[i - 1];
            if (!follows_closely(distance(above, lines[i]), pitch)) continue;
            const double room = right - left - (above.right - above.left);
            const bool wide = above.right - above.left > 3 * above.size;
            const bool prose = is_prose(above);
            const bool fills = room < kFull * above.size;
            if (wide && prose && !fills) ++rows;
            if (wide && prose && fills && !steps_everywhere(columns, lines, i)) ++full;
            if (!has_japanese(above) && !has_japanese(lines[i])) (ends_in_hyphen(above) ? full : rows) += 1;
        }
    }
    return full > 0 && full >= rows * 2;
}

// The height at which most of the glyphs stand.
double middle_of(const std::vector<const Glyph*>& glyphs) {
    std::vector<double> heights;
    for (const Glyph* glyph : glyphs) heights.push_back((glyph->box.y0 + glyph->box.y1) / 2);
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

void append(ColumnText& text, const ColumnText& line) {
    text.bottom = std::max(text.bottom, line.bottom);
    text.left = std::min(text.left, line.left);
    text.right = std::max(text.right, line.right);
    text.glyphs.insert(text.glyphs.end(), line.glyphs.begin(), line.glyphs.end());
}

}  // namespace

std::vector<ColumnText> line_texts(const TextLine& line, const std::vector<double>& edges) {
    constexpr double kType = 0.45;  // of its size, above and below its middle
    std::vector<ColumnText> parts;
    for (const Glyph* glyph : line.glyphs) {
        const std::size_t first = column_at(edges, glyph->box.x0 + 0.3);
        const std::size_t last = column_at(edges, glyph->box.x1 - 0.3);
        const bool apart = !parts.empty() && glyph->box.x0 - parts.back().right > 0.19 * line.size;
        if (parts.empty() || (apart && first > parts.back().last)) {
            parts.push_back({first, last, 0, 0, glyph->box.x0, glyph->box.x1, line.size, {}});
        }
        ColumnText& part = parts.back();
        part.glyphs.push_back(glyph);
        part.right = std::max(part.right, glyph->box.x1);
        part.last = std::max(part.last, last);
    }
    // Cells that stand a little higher or lower than those beside share a line: each part has its own height.
    for (ColumnText& part : parts) {
        const double middle = middle_of(part.glyphs);
        part.top = middle - kType * line.size;
        part.bottom = middle + kType * line.size;
    }
    return parts;
}

std::vector<ColumnText> column_texts(const std::vector<TextLine>& lines, const std::vector<double>& edges) {
    std::vector<Column> columns(edges.size() - 1);
    std::vector<ColumnText> texts;
    for (const TextLine& line : lines) {
        for (ColumnText& text : line_texts(line, edges)) {
            if (text.first == text.last) {
                columns[text.first].push_back(std::move(text));
            } else {
                texts.push_back(std::move(text));
            }
        }
    }
    double pitch = closest_pitch(columns);
    if (pitch > 0 && !breaks_lines(columns, pitch)) pitch = 0;
    for (const Column& column : columns) {
        const std::size_t begin = texts.size();
        for (std::size_t i = 0; i < column.size(); ++i) {
            const double below = i > 0 ? distance(column[i - 1], column[i]) : 0;
            const bool goes_on =
                i > 0 && ((pitch > 0 && follows_closely(below, pitch)) || below < 0.6 * column[i].size);
            if (goes_on && texts.size() > begin) {
                append(texts.back(), column[i]);
            } else {
                texts.push_back(column[i]);
            }
        }
    }
    return texts;
}

}  // namespace torimatome::parsers::pdf
