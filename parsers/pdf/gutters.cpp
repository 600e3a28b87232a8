#include "parsers/pdf/gutters.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace torimatome::parsers::pdf {

namespace {

constexpr double kBin = 0.5;        // points
constexpr double kNarrowest = 0.2;  // gutter, in sizes of the type
constexpr std::size_t kFewestLines = 3;
constexpr std::size_t kMostLinesOfARow = 12;  // that stand in one column, before a second row shows the others

// Where a line has ink, by bins from the left.
struct Inked {
    std::vector<char> ink;
    int first = 0;
    int last = 0;
    bool leaders = false;  // dots lead from a title to its page: a table of contents
};

bool has_leaders(const TextLine& line) {
    constexpr std::u32string_view kDots = U"…‥・.．·⋯";
    constexpr int kFewest = 5;
    int run = 0;
    for (const Glyph* glyph : line.glyphs) {
        run = kDots.find(glyph->code) == std::u32string_view::npos ? 0 : run + 1;
        if (run >= kFewest) return true;
    }
    return false;
}

Inked ink_of(const TextLine& line, int bins) {
    Inked result;
    result.ink.assign(static_cast<std::size_t>(bins), 0);
    const auto bin = [&](double x) { return std::clamp(static_cast<int>(x / kBin), 0, bins - 1); };
    result.first = bin(line.box.x0);
    result.last = bin(line.box.x1);
    result.leaders = has_leaders(line);
    for (const Glyph* glyph : line.glyphs) {
        for (int i = bin(glyph->box.x0 + 0.2); i <= bin(glyph->box.x1 - 0.2); ++i)
            result.ink[static_cast<std::size_t>(i)] = 1;
    }
    return result;
}

struct Gutter {
    double middle = 0;
    double width = 0;
    std::size_t support = 0;  // lines with text on both sides
};

// The gutters that all lines [first, last), whose ink is `ink`, leave white, and that two of them have text around.
std::vector<Gutter> common_gutters(const std::vector<Inked>& lines, std::size_t first, std::size_t last,
                                   const std::vector<char>& ink, int narrowest) {
    const int bins = static_cast<int>(ink.size());
    constexpr std::size_t kSureGutters = 3;
    constexpr int kWide = 7;
    std::vector<Gutter> gutters;
    std::optional<Gutter> leading;
    int start = -1;
    for (int x = 0; x < bins; ++x) {
        const bool white = ink[static_cast<std::size_t>(x)] == 0;
        if (white && start < 0) start = x;
        if (white || start < 0) continue;
        if (start > 0 && x - start >= narrowest) {
            Gutter gutter{(start + x) / 2.0 * kBin, (x - start) * kBin, 0};
            for (std::size_t i = first; i < last; ++i) {
                gutter.support += lines[i].first < start && lines[i].last >= x;
            }
            // Columns whose texts stand between each other's lines may share a line in the head only.
            const auto from = lines.begin() + static_cast<std::ptrdiff_t>(first);
            const auto to = lines.begin() + static_cast<std::ptrdiff_t>(last);
            const auto before = std::count_if(from, to, [start](const Inked& line) { return line.last <= start; });
            const auto after = std::count_if(from, to, [x](const Inked& line) { return line.first >= x - 1; });
            const bool apart = (before > 0 && gutters.empty()) || (before > 1 && after > 1);
            if (gutter.support >= 2 || (gutter.support == 1 && apart)) {
                gutters.push_back(gutter);
            } else if (gutter.support == 1 && gutters.empty()) {
                leading = gutter;
            } else if (gutter.support == 1 && gutters.size() >= kSureGutters && x - start >= kWide * narrowest) {
                gutters.push_back(gutter);  // a column that is blank below its name
            }
        }
        start = -1;
    }
    // Where the columns are sure, one line may show that a merged column stands before them.
    if (leading && gutters.size() >= kSureGutters) gutters.insert(gutters.begin(), *leading);
    return gutters;
}

double middle_size(const std::vector<TextLine>& lines) {
    std::vector<double> sizes;
    for (const TextLine& line : lines) sizes.push_back(line.size);
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    return sizes[sizes.size() / 2];
}

// How good a block is: each gutter for as many lines as it parts. Three columns are a table; two may be prose with a
// word set apart.
std::size_t worth(const std::vector<Gutter>& gutters) {
    std::size_t sum = 0;
    for (const Gutter& gutter : gutters) sum += gutter.support;
    return gutters.size() < 2 ? sum / 2 : sum;
}

// Whether line `next` stands so far below that something new begins: a title of the next table does so sooner.
bool stands_apart(const std::vector<TextLine>& lines, std::size_t first, std::size_t next) {
    constexpr double kFar = 5;  // sizes of the type
    constexpr double kMore = 1.8;
    constexpr double kTitle = 1.15;
    const double distance = lines[next].middle() - lines[next - 1].middle();
    if (distance > kFar * lines[next].size) return true;
    if (next - first < 4 || distance < 2 * lines[next].size) return false;
    double most = 0;
    double left = 1e9;
    for (std::size_t i = first; i < next; ++i) {
        if (i > first) most = std::max(most, lines[i].middle() - lines[i - 1].middle());
        left = std::min(left, lines[i].box.x0);
    }
    const bool title = is_one_run(lines[next]) && lines[next].box.x0 < left + lines[next].size;
    return distance > (title ? kTitle : kMore) * most;
}

// Whether line `first` of a stretch is a title above its columns: one run of text that ends before most of them begin,
// in larger type or with more room above it than below.
bool starts_with_title(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
    constexpr double kShort = 0.6;
    constexpr double kMore = 1.3;
    constexpr double kLarger = 1.15;
    const TextLine& line = lines[first];
    if (first + 1 >= last || !is_one_run(line)) return false;
    double left = line.box.x0;
    double right = 0;
    for (std::size_t i = first; i < last; ++i) {
        left = std::min(left, lines[i].box.x0);
        right = std::max(right, lines[i].box.x1);
    }
    if (line.box.x0 > left + line.size || line.box.x1 > left + kShort * (right - left)) return false;
    const double below = lines[first + 1].middle() - line.middle();
    const bool apart = first > 0 && below > line.size && line.middle() - lines[first - 1].middle() > kMore * below;
    return apart || line.size > kLarger * lines[first + 1].size;
}

// Whether a line that stands apart goes on in the columns of those above it: with it they leave nearly as many gutters
// white, `with`, and it has text on both sides of several, as the next row of a table with high rows does.
bool goes_on_in(std::size_t above, const std::vector<Gutter>& with, const Inked& line) {
    if (with.size() < 3 || with.size() + 1 < above) return false;
    std::size_t around = 0;
    for (const Gutter& gutter : with) {
        const int middle = static_cast<int>(gutter.middle / kBin);
        around += line.first < middle && line.last > middle;
    }
    return around >= 2 && around * 3 >= with.size();
}

struct Stretch {
    std::size_t last = 0;
    std::size_t end = 0;  // the first line that stands apart
    std::vector<Gutter> gutters;
};

// The stretch of lines [first, end) from `first` on that its gutters part best.
Stretch best_stretch(const std::vector<TextLine>& lines, const std::vector<Inked>& inked, std::size_t first,
                     std::size_t end, int narrowest) {
    Stretch best;
    best.end = end;
    std::size_t most = 0;
    std::vector<char> ink(inked.front().ink.size(), 0);
    for (std::size_t i = first; i < end; ++i) {
        if (inked[i].leaders) {
            best.end = i;
            break;
        }
        for (std::size_t x = 0; x < ink.size(); ++x) ink[x] = static_cast<char>(ink[x] | inked[i].ink[x]);
        const auto gutters = common_gutters(inked, first, i + 1, ink, narrowest);
        if (i > first && stands_apart(lines, first, i) && !goes_on_in(best.gutters.size(), gutters, inked[i])) {
            best.end = i;
            break;
        }
        if (i + 1 < first + kFewestLines) continue;
        if (gutters.empty() && i >= first + kMostLinesOfARow) break;
        const std::size_t value = worth(gutters);
        if (value > most || (value == most && gutters.size() == best.gutters.size())) {
            most = value;
            best.last = i + 1;
            best.gutters = gutters;
        }
    }
    return best;
}

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
    for (std::size_t first = 0; first + kFewestLines <= lines.size();) {
        const Stretch best = best_stretch(lines, inked, first, lines.size(), narrowest);
        if (best.gutters.empty() || starts_with_title(lines, first, best.last)) {
            ++first;
            continue;
        }
        // Lines above may only seem to belong, titles and lists above all: the block starts where starting later is
        // worth more.
        std::size_t most = first + 5;
        for (std::size_t i = first; i < best.last && is_one_run(lines[i]); ++i) ++most;
        std::size_t later = first + 1;
        for (; later < best.last && later < most; ++later) {
            if (worth(best_stretch(lines, inked, later, best.end, narrowest).gutters) > worth(best.gutters)) break;
        }
        if (later < best.last && later < most) {
            first = later;
            continue;
        }
        ColumnBlock block{first, best.last, {}, {}};
        double left = 1e9;
        double end = 0;
        for (std::size_t i = first; i < best.last; ++i) {
            left = std::min(left, lines[i].box.x0);
            end = std::max(end, lines[i].box.x1);
        }
        block.edges.push_back(left);
        for (const Gutter& gutter : best.gutters) {
            block.edges.push_back(gutter.middle);
            block.widths.push_back(gutter.width);
        }
        block.edges.push_back(end);
        blocks.push_back(block);
        first = best.last;
    }
    return blocks;
}

}  // namespace torimatome::parsers::pdf
