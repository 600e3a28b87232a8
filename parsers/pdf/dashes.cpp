#include "parsers/pdf/dashes.hpp"

#include <algorithm>
#include <cmath>

namespace torimatome::parsers::pdf {

namespace {

constexpr int kCorner = 3;  // pixels at both ends, where rules cross

struct Profile : LinePixels {
    bool inked(int along, int across) const {
        constexpr int kInk = 24;
        return grey(along, across) < 255 - kInk;
    }
    // Darker than what stands a little to both sides: a thin line's mark, not a character's.
    bool stands_alone(int along, int across) const {
        constexpr int kBeside = 3;
        constexpr int kContrast = 24;
        const int beside = std::min(grey(along, across - kBeside), grey(along, across + kBeside));
        return grey(along, across) < beside - kContrast;
    }
};

}  // namespace

bool Dashes::like(const Dashes& known) const {
    constexpr int kFewest = 8;
    return length >= kFewest && longest_gap <= known.longest_gap + 2 && share >= 0.6 * known.share;
}

bool Dashes::broken_beside(const Dashes& known) const {
    constexpr int kFewest = 8;
    return longest_void > 2 * known.longest_void + 3 || (length >= kFewest && share < 0.3 * known.share);
}

Dashes dashes_along(const GreyImage& image, double at, double from, double to, bool horizontal) {
    constexpr int kReach = 4;  // pixels to both sides that are looked at
    const Profile profile{image, horizontal};
    const int line = static_cast<int>(std::floor(at * image.scale));
    const int ends = horizontal ? image.width : image.height;
    const int first = std::max(static_cast<int>(from * image.scale) + kCorner, 0);
    const int last = std::min(static_cast<int>(to * image.scale) - kCorner, ends - 1);
    Dashes dashes;
    if (line < kReach || line + kReach >= profile.depth() || last < first) return dashes;
    int gap = 0;
    int empty = 0;
    int marks = 0;
    for (int along = first; along <= last; ++along) {
        bool mark = false;
        bool ink = false;
        for (int across = line - 1; across <= line + 1; ++across) {
            mark = mark || profile.stands_alone(along, across);
            ink = ink || profile.inked(along, across);
        }
        marks += mark;
        gap = mark ? 0 : gap + 1;
        empty = ink ? 0 : empty + 1;
        dashes.longest_gap = std::max(dashes.longest_gap, gap);
        dashes.longest_void = std::max(dashes.longest_void, empty);
    }
    dashes.length = last - first + 1;
    dashes.share = static_cast<double>(marks) / dashes.length;
    return dashes;
}

}  // namespace torimatome::parsers::pdf
