#include "parsers/pdf/prose_lines.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

constexpr double kPadding = 1.0;  // points: lines further apart than those of one cell by more than this are not one's

bool ends_sentence(const TextLine& line) {
    constexpr std::u32string_view kEnds = U"。．」』）)】！？!?";
    return kEnds.find(line.glyphs.back()->code) != std::u32string_view::npos;
}

bool has_words(const TextLine& line) {
    constexpr std::ptrdiff_t kFewest = 6;
    const auto japanese = std::count_if(line.glyphs.begin(), line.glyphs.end(),
                                        [](const Glyph* glyph) { return text::is_japanese(glyph->code); });
    return japanese >= kFewest && japanese * 2 >= std::ssize(line.glyphs);
}

bool has_no_japanese(const TextLine& line) {
    return std::none_of(line.glyphs.begin(), line.glyphs.end(),
                        [](const Glyph* glyph) { return text::is_japanese(glyph->code); });
}

}  // namespace

std::vector<ProseColumn> columns_of(const ProseRegion& region) {
    const std::size_t count = region.xs.size() - 1;
    std::vector<std::vector<const Glyph*>> glyphs(count);
    for (std::size_t i = 0; i < region.lines.size(); ++i) {
        if (region.across[i]) continue;
        for (const Glyph* glyph : region.lines[i].glyphs) {
            const auto edge = std::upper_bound(region.xs.begin(), region.xs.end(), glyph->center_x());
            const auto at =
                std::clamp<std::ptrdiff_t>(edge - region.xs.begin() - 1, 0, static_cast<std::ptrdiff_t>(count) - 1);
            glyphs[static_cast<std::size_t>(at)].push_back(glyph);
        }
    }
    std::vector<ProseColumn> columns;
    for (const auto& own : glyphs) {
        ProseColumn column;
        double right = 0;
        for (const TextLine& line : find_lines(own)) {
            const double middle = line.middle();
            column.push_back({middle - kHalfType * line.size, middle + kHalfType * line.size, line.box.x0, line.box.x1,
                              line.size, ends_sentence(line), false, has_no_japanese(line), has_words(line), false});
            right = std::max(right, line.box.x1);
        }
        constexpr double kRoom = 2.0;  // sizes of the type
        for (ProseLine& line : column) {
            line.full = right - line.right < kRoom * line.size && line.right - line.left > 3 * line.size;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

bool goes_on(const ProseLine& above, const ProseLine& line) {
    return above.full && !above.ends && above.words && std::abs(above.left - line.left) < 1;
}

double usual_pitch(const std::vector<ProseColumn>& columns) {
    constexpr double kStep = 0.25;  // points
    constexpr double kSpread = 0.75;
    std::vector<double> pitches;
    for (const ProseColumn& column : columns) {
        for (std::size_t i = 1; i < column.size(); ++i) {
            const double pitch = column[i].middle() - column[i - 1].middle();
            if (!goes_on(column[i - 1], column[i])) continue;
            if (pitch > 0.8 * column[i].size && pitch < 2.2 * column[i].size) pitches.push_back(pitch);
        }
    }
    double best = 0;
    std::ptrdiff_t most = 0;
    if (pitches.empty()) return 0;
    std::sort(pitches.begin(), pitches.end());
    for (double at = pitches.front(); at <= pitches.back() + kStep; at += kStep) {
        const auto near = std::count_if(pitches.begin(), pitches.end(),
                                        [at](double pitch) { return std::abs(pitch - at) <= kSpread; });
        if (near * 2 > most * 3) {  // rows may stand as regularly as lines, but further apart
            most = near;
            best = at;
        }
    }
    double furthest = best;
    for (const double pitch : pitches) {
        if (std::abs(pitch - best) <= kSpread) furthest = std::max(furthest, pitch);
    }
    return furthest;
}

void mark_starts(std::vector<ProseColumn>& columns, double pitch) {
    for (ProseColumn& column : columns) {
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i].starts = i == 0 || column[i].middle() - column[i - 1].middle() > pitch + kPadding;
        }
    }
}

std::vector<double> weights_of(const std::vector<ProseColumn>& columns) {
    std::vector<double> weights;
    double most = 1;
    for (const ProseColumn& column : columns) {
        weights.push_back(static_cast<double>(column.size()));
        most = std::max(most, weights.back());
    }
    for (double& weight : weights) weight /= most;
    return weights;
}

std::vector<bool> filled_between(const std::vector<ProseColumn>& columns, double from, double to) {
    std::vector<bool> filled;
    for (const ProseColumn& column : columns) {
        filled.push_back(std::any_of(column.begin(), column.end(), [&](const ProseLine& line) {
            return line.middle() > from && line.middle() < to;
        }));
    }
    return filled;
}

}  // namespace torimatome::parsers::pdf
