#include "parsers/pdf/rule_runs.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace torimatome::parsers::pdf {

namespace {

constexpr int kStep = 9;          // grey levels: a field of 5 % grey on white differs by 13
constexpr int kShortest = 12;     // pixels of an unbroken run: longer than the strokes of usual type
constexpr int kCrossing = 4;      // pixels: the width of a rule that crosses
constexpr int kLongestGap = 11;   // pixels between dashes
constexpr int kLongestDash = 40;  // pixels
constexpr std::size_t kFewestDashes = 6;
constexpr std::size_t kFewestEven = 24;  // dashes: so many at even distances are no strokes of characters
constexpr int kShortestDashed = 24;      // pixels

// One row's changes to the next as bytes, 1 where there is one.
void mark_steps(const std::uint8_t* above, const std::uint8_t* below, int width, std::uint8_t* steps) {
    for (int x = 0; x < width; ++x) {
        const int difference = static_cast<int>(above[x]) - static_cast<int>(below[x]);
        steps[x] = static_cast<std::uint8_t>(difference > kStep || difference < -kStep);
    }
}

struct Piece {
    int first = 0;
    int last = 0;
};

void find_pieces(const std::uint8_t* steps, int width, std::vector<Piece>& pieces) {
    pieces.clear();
    int x = 0;
    while (x < width) {
        const auto* start =
            static_cast<const std::uint8_t*>(std::memchr(steps + x, 1, static_cast<std::size_t>(width - x)));
        if (!start) return;
        const int first = static_cast<int>(start - steps);
        const auto* end =
            static_cast<const std::uint8_t*>(std::memchr(start, 0, static_cast<std::size_t>(width - first)));
        x = end ? static_cast<int>(end - steps) : width;
        pieces.push_back({first, x - 1});
    }
}

// Whether both rows are as dark between the two pieces as the run itself: a rule crosses there.
bool crossed(const std::uint8_t* above, const std::uint8_t* below, const Piece& before, const Piece& after) {
    constexpr int kAlike = 24;
    if (after.first - before.last - 1 > kCrossing) return false;
    const int dark = std::min(above[before.last], below[before.last]) + kAlike;
    for (int x = before.last + 1; x < after.first; ++x) {
        if (above[x] > dark || below[x] > dark) return false;
    }
    return true;
}

// Unbroken runs; long ones on both sides of a small gap are one (a light rule that crosses).
void add_solid_runs(int edge, const std::uint8_t* above, const std::uint8_t* below, const std::vector<Piece>& pieces,
                    std::vector<Run>& runs) {
    const std::size_t first_of_row = runs.size();
    for (std::size_t i = 0; i < pieces.size();) {
        Piece whole = pieces[i];
        std::size_t next = i + 1;
        while (next < pieces.size() && crossed(above, below, {whole.first, pieces[next - 1].last}, pieces[next])) {
            whole.last = pieces[next++].last;
        }
        i = next;
        if (whole.last - whole.first + 1 < kShortest) continue;
        const bool goes_on = runs.size() > first_of_row && whole.first - runs.back().last - 1 <= kCrossing;
        if (goes_on) {
            runs.back().last = whole.last;
        } else {
            runs.push_back({edge, whole.first, whole.last});
        }
    }
}

int middle_of(std::vector<int> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Dashes are alike, or two or three kinds take turns (dash, dot, dot); strokes of characters are not.
bool are_regular(const Piece* pieces, std::size_t count) {
    const auto alike = [](const std::vector<int>& values) {
        const int usual = middle_of(values);
        const auto near =
            std::count_if(values.begin(), values.end(), [usual](int value) { return std::abs(value - usual) <= 1; });
        return static_cast<std::size_t>(near) * 5 >= values.size() * 4;
    };
    for (std::size_t kinds = 1; kinds <= 3 && count >= kinds * 2 + kFewestDashes - 2; ++kinds) {
        std::vector<int> periods;
        std::vector<int> changes;  // of the length from one dash to the next of its kind; the ends may be cut
        for (std::size_t i = 0; i + kinds < count; ++i) {
            periods.push_back(pieces[i + kinds].first - pieces[i].first);
            const int length = pieces[i].last - pieces[i].first;
            const int next = pieces[i + kinds].last - pieces[i + kinds].first;
            if (i > 0 && i + kinds + 1 < count) changes.push_back(next - length);
        }
        const auto same =
            std::count_if(changes.begin(), changes.end(), [](int change) { return std::abs(change) <= 1; });
        if (alike(periods) && static_cast<std::size_t>(same) * 5 >= changes.size() * 4) return true;
    }
    return false;
}

// The pieces, with dashes whole that a crossing rule cuts in two.
std::vector<Piece> mended(const Piece* pieces, std::size_t count) {
    std::vector<int> lengths;
    for (std::size_t i = 0; i < count; ++i) lengths.push_back(pieces[i].last - pieces[i].first);
    const int usual = middle_of(lengths);
    std::vector<Piece> whole;
    for (std::size_t i = 0; i < count; ++i) {
        const bool beside = !whole.empty() && pieces[i].first - whole.back().last - 1 <= kCrossing;
        const bool cut = beside && lengths[i] < usual - 1 && whole.back().last - whole.back().first < usual - 1 &&
                         std::abs(pieces[i].last - whole.back().first - usual) <= 1;
        if (cut) {
            whole.back().last = pieces[i].last;
        } else {
            whole.push_back(pieces[i]);
        }
    }
    return whole;
}

// So many pieces at the same distance from each other that a row of characters cannot have made them. Dashes that fall
// between the pixels run together here and there, but the gaps between them stay alike.
bool are_even(const Piece* pieces, std::size_t count) {
    if (count < kFewestEven) return false;
    std::vector<int> gaps;
    for (std::size_t i = 0; i + 1 < count; ++i) gaps.push_back(pieces[i + 1].first - pieces[i].last);
    const int usual = middle_of(gaps);
    const auto near = std::count_if(gaps.begin(), gaps.end(), [usual](int gap) { return std::abs(gap - usual) <= 1; });
    return static_cast<std::size_t>(near) * 20 >= gaps.size() * 19;
}

// Pieces from `first` on with gaps of at most `gap` pixels, each at most `longest` pixels long; past the last one.
std::size_t chain_end(const std::vector<Piece>& pieces, std::size_t first, int gap, int longest) {
    std::size_t next = first;
    while (next < pieces.size() && pieces[next].last - pieces[next].first < longest &&
           (next == first || pieces[next].first - pieces[next - 1].last - 1 <= gap)) {
        ++next;
    }
    return next;
}

void add_dashed_runs(int edge, const std::vector<Piece>& pieces, std::vector<Run>& runs) {
    for (std::size_t i = 0; i < pieces.size();) {
        const std::size_t next = std::max(chain_end(pieces, i, kLongestGap, kLongestDash), i + 1);
        const std::size_t count = next - i;
        const int length = pieces[next - 1].last - pieces[i].first + 1;
        if (count >= kFewestDashes && length >= kShortestDashed) {
            const std::vector<Piece> dashes = mended(&pieces[i], count);
            const bool even = dashes.size() >= kFewestEven || are_even(dashes.data(), dashes.size());
            if (are_regular(dashes.data(), dashes.size()))
                runs.push_back({edge, pieces[i].first, pieces[next - 1].last, true, even});
        }
        i = next;
    }
}

// Fine dashes fall between the pixels: some run together, none are far from the next.
void add_fine_dashed_runs(int edge, const std::vector<Piece>& pieces, std::vector<Run>& runs) {
    constexpr int kFineGap = 3;
    constexpr int kAnyLength = 1 << 20;
    for (std::size_t i = 0; i < pieces.size();) {
        const std::size_t next = chain_end(pieces, i, kFineGap, kAnyLength);
        const int length = pieces[next - 1].last - pieces[i].first + 1;
        int inked = 0;
        for (std::size_t p = i; p < next; ++p) inked += pieces[p].last - pieces[p].first + 1;
        const bool dense = inked * 2 > length;
        if (next - i >= kFewestDashes && length >= kShortestDashed && dense) {
            runs.push_back({edge, pieces[i].first, pieces[next - 1].last, true, are_even(&pieces[i], next - i)});
        }
        i = next;
    }
}

}  // namespace

std::vector<Run> find_runs(const GreyImage& image) {
    std::vector<Run> runs;
    std::vector<Piece> pieces;
    std::vector<std::uint8_t> steps(static_cast<std::size_t>(image.width));
    for (int y = 0; y + 1 < image.height; ++y) {
        const std::uint8_t* above = image.row(y);
        const std::uint8_t* below = image.row(y + 1);
        if (std::memcmp(above, below, static_cast<std::size_t>(image.width)) == 0) continue;
        mark_steps(above, below, image.width, steps.data());
        find_pieces(steps.data(), image.width, pieces);
        if (pieces.empty()) continue;
        const std::size_t first = runs.size();
        add_solid_runs(y + 1, above, below, pieces, runs);
        add_dashed_runs(y + 1, pieces, runs);
        add_fine_dashed_runs(y + 1, pieces, runs);
        std::sort(runs.begin() + static_cast<std::ptrdiff_t>(first), runs.end(),
                  [](const Run& a, const Run& b) { return a.first < b.first; });
    }
    return runs;
}

}  // namespace torimatome::parsers::pdf
