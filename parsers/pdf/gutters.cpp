#include "parsers/pdf/gutters.hpp"

#include <algorithm>
#include <cmath>

namespace torimatome::parsers::pdf {

namespace {

constexpr double kBin = 0.5;        // points
constexpr double kNarrowest = 0.2;  // gutter, in sizes of the type
constexpr std::size_t kFewestLines = 3;

// Where a line has ink and where it has none between its ends, by bins from the left.
struct Inked {
    std::vector<char> ink;
    int first = 0;
    int last = 0;
};

Inked ink_of(const TextLine& line, int bins) {
    Inked result;
    result.ink.assign(static_cast<std::size_t>(bins), 0);
    const auto bin = [&](double x) { return std::clamp(static_cast<int>(x / kBin), 0, bins - 1); };
    result.first = bin(line.box.x0);
    result.last = bin(line.box.x1);
    for (const Glyph* glyph : line.glyphs) {
        for (int i = bin(glyph->box.x0 + 0.2); i <= bin(glyph->box.x1 - 0.2); ++i)
            result.ink[static_cast<std::size_t>(i)] = 1;
    }
    return result;
}

// The gutters that all lines [first, last) leave white, and that at least `needed` of them have text on both sides of.
std::vector<double> common_gutters(const std::vector<Inked>& lines, std::size_t first, std::size_t last, int narrowest,
                                   std::size_t needed) {
    const int bins = static_cast<int>(lines.front().ink.size());
    std::vector<double> gutters;
    int start = -1;
    for (int x = 0; x <= bins; ++x) {
        bool white = x < bins;
        for (std::size_t i = first; i < last && white; ++i) white = lines[i].ink[static_cast<std::size_t>(x)] == 0;
        if (white && start < 0) start = x;
        if (white || start < 0) continue;
        std::size_t both = 0;
        for (std::size_t i = first; i < last; ++i) both += lines[i].first < start && lines[i].last >= x;
        if (x - start >= narrowest && both >= needed) gutters.push_back((start + x) / 2.0 * kBin);
        start = -1;
    }
    return gutters;
}

double middle_size(const std::vector<TextLine>& lines) {
    std::vector<double> sizes;
    for (const TextLine& line : lines) sizes.push_back(line.size);
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    return sizes[sizes.size() / 2];
}

// How good a block is: its gutters, each for as many lines as it parts.
std::size_t worth(std::size_t gutters, std::size_t lines) { return gutters * lines; }

}  // namespace

std::vector<ColumnBlock> find_column_blocks(const std::vector<TextLine>& lines) {
    std::vector<ColumnBlock> blocks;
    if (lines.size() < kFewestLines) return blocks;
    double right = 0;
    for (const TextLine& line : lines) right = std::max(right, line.box.x1);
    const int bins = static_cast<int>(right / kBin) + 2;
    std::vector<Inked> inked;
    for (const TextLine& line : lines) inked.push_back(ink_of(line, bins));
    const int narrowest = std::max(static_cast<int>(std::ceil(kNarrowest * middle_size(lines) / kBin)), 2);
    std::size_t first = 0;
    while (first + kFewestLines <= lines.size()) {
        std::size_t best_last = first;
        std::size_t best_worth = 0;
        std::vector<double> best;
        for (std::size_t last = first + kFewestLines; last <= lines.size(); ++last) {
            const std::size_t needed = std::max<std::size_t>(2, (last - first) / 6);
            const auto gutters = common_gutters(inked, first, last, narrowest, needed);
            if (gutters.empty()) break;
            // Three columns are a table; two may be prose with a word set apart.
            const std::size_t value =
                gutters.size() < 2 ? worth(1, last - first) / 2 : worth(gutters.size(), last - first);
            if (value > best_worth) {
                best_worth = value;
                best_last = last;
                best = gutters;
            }
        }
        if (best.empty()) {
            ++first;
            continue;
        }
        // A line above may only seem to belong: the block starts where starting later is worth no more.
        if (first + 1 + kFewestLines <= lines.size()) {
            const auto later = common_gutters(inked, first + 1, best_last, narrowest,
                                              std::max<std::size_t>(2, (best_last - first - 1) / 6));
            if (later.size() > best.size()) {
                ++first;
                continue;
            }
        }
        ColumnBlock block{first, best_last, {}};
        double left = 1e9;
        double end = 0;
        for (std::size_t i = first; i < best_last; ++i) {
            left = std::min(left, lines[i].box.x0);
            end = std::max(end, lines[i].box.x1);
        }
        block.edges.push_back(left);
        block.edges.insert(block.edges.end(), best.begin(), best.end());
        block.edges.push_back(end);
        blocks.push_back(block);
        first = best_last;
    }
    return blocks;
}

}  // namespace torimatome::parsers::pdf
