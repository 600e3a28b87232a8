#include "parsers/pdf/drawn_fonts.hpp"

#include <algorithm>
#include <string_view>

namespace torimatome::parsers::pdf {

namespace {

constexpr double kDescent = 0.27;      // of a box's height, as poppler sets it where a font does not tell
constexpr double kTypeDescent = 0.12;  // of a box as high as its type

std::vector<Glyph*> drawn_among(std::vector<Glyph>& glyphs) {
    std::vector<Glyph*> drawn;
    for (Glyph& glyph : glyphs) {
        if (glyph.drawn && glyph.direction != Direction::vertical) drawn.push_back(&glyph);
    }
    return drawn;
}

// Whether the line's lower side is where coordinates grow.
bool falls_forward(const Glyph& glyph) {
    return glyph.direction == Direction::right || glyph.direction == Direction::up;
}

double advance(const Glyph& glyph) { return glyph.level() ? glyph.width() : glyph.height(); }

bool is_full_width(char32_t c) { return (c >= 0x3041 && c <= 0x30FA) || (c >= 0x4E00 && c <= 0x9FFF); }

// How wide full characters are to the size that poppler gives; 0 where there are none.
double true_share(const std::vector<Glyph*>& drawn) {
    std::vector<double> shares;
    for (const Glyph* glyph : drawn) {
        if (is_full_width(glyph->code) && glyph->size > 0) shares.push_back(advance(*glyph) / glyph->size);
    }
    if (shares.empty()) return 0;
    const auto middle = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2);
    std::nth_element(shares.begin(), middle, shares.end());
    return *middle;
}

void set_across(Glyph& glyph, double low, double high) {
    (glyph.level() ? glyph.box.y0 : glyph.box.x0) = low;
    (glyph.level() ? glyph.box.y1 : glyph.box.x1) = high;
}

// How much of a box of that height stands below its line's foot.
double descent_of(const Glyph& glyph, double height) {
    return (height > 1.05 * glyph.size ? kDescent : kTypeDescent) * height;
}

// Sets the box `height` high about its line's foot, to the side that the glyph's direction says.
void set_height(Glyph& glyph, double foot, double height) {
    const double below = descent_of(glyph, height);
    const double above = height - below;
    if (falls_forward(glyph)) {
        set_across(glyph, foot - above, foot + below);
    } else {
        set_across(glyph, foot - below, foot + above);
    }
}

double height_of(const Glyph& glyph) { return glyph.level() ? glyph.height() : glyph.width(); }

double foot_of(const Glyph& glyph) {
    const double low = glyph.level() ? glyph.box.y0 : glyph.box.x0;
    const double below = descent_of(glyph, height_of(glyph));
    return falls_forward(glyph) ? low + height_of(glyph) - below : low + below;
}

// Where along its line the ink of a sign stands in its box: negative before the middle, positive behind it, 0 where
// there is none or no side has more.
int side_of_ink(const Glyph& glyph, const GreyImage& image) {
    constexpr int kInk = 128;
    const Box& box = glyph.box;
    const double foot = foot_of(glyph);
    const double reach = advance(glyph);  // to both sides of the line's foot: which of them is above is not known
    const double low = foot - reach;
    const double high = foot + reach;
    const int x0 = image.column_at(glyph.level() ? box.x0 : low);
    const int x1 = image.column_at(glyph.level() ? box.x1 : high);
    const int y0 = image.row_at(glyph.level() ? low : box.y0);
    const int y1 = image.row_at(glyph.level() ? high : box.y1);
    double sum = 0;
    int count = 0;
    for (int y = y0; y <= y1; ++y) {
        for (int x = x0; x <= x1; ++x) {
            if (image.row(y)[x] > kInk) continue;
            sum += glyph.level() ? x - (x0 + x1) / 2.0 : y - (y0 + y1) / 2.0;
            ++count;
        }
    }
    if (count == 0) return 0;
    return (sum < 0) != glyph.backwards() ? -1 : 1;
}

Direction opposite(Direction direction) { return static_cast<Direction>((static_cast<int>(direction) + 2) % 4); }

// Whether text in other fonts, and more of it, runs the opposite way and none this way: the few drawn characters stand
// in its lines.
bool runs_against_others(const std::vector<Glyph>& glyphs, Direction direction) {
    std::size_t here = 0;
    std::size_t against = 0;
    for (const Glyph& glyph : glyphs) {
        if (!glyph.drawn && glyph.direction == direction) return false;
        here += glyph.direction == direction;
        against += !glyph.drawn && glyph.direction == opposite(direction);
    }
    return against > here;
}

// Commas and full stops stand at the start of their square. Where most stand at its end, the text runs the other way.
bool runs_backwards(const std::vector<Glyph>& glyphs, const std::vector<Glyph*>& drawn, Direction direction,
                    const GreyImage& image) {
    constexpr std::u32string_view kSigns = U"、。，．";
    int votes = 0;
    bool any = false;
    for (const Glyph* glyph : drawn) {
        if (glyph->direction != direction || kSigns.find(glyph->code) == std::u32string_view::npos) continue;
        votes += side_of_ink(*glyph, image);
        any = true;
    }
    return any ? votes > 0 : runs_against_others(glyphs, direction);
}

}  // namespace

void size_drawn_glyphs(std::vector<Glyph>& glyphs) {
    constexpr double kFarOff = 0.8;
    const std::vector<Glyph*> drawn = drawn_among(glyphs);
    const double share = true_share(drawn);
    if (share <= 0 || share >= kFarOff) return;
    for (Glyph* glyph : drawn) {
        const double foot = foot_of(*glyph);
        const double height = share * height_of(*glyph);
        glyph->size *= share;
        // Of turned text the boxes keep their proportions: its strokes are told from lines through it by them.
        set_height(*glyph, foot, glyph->direction == Direction::right ? glyph->size : height);
    }
}

void turn_drawn_glyphs(std::vector<Glyph>& glyphs, const GreyImage& image) {
    const std::vector<Glyph*> drawn = drawn_among(glyphs);
    std::vector<Direction> backwards;
    for (const Direction direction : {Direction::right, Direction::down, Direction::upended, Direction::up}) {
        if (runs_backwards(glyphs, drawn, direction, image)) backwards.push_back(direction);
    }
    for (Glyph* glyph : drawn) {
        if (std::find(backwards.begin(), backwards.end(), glyph->direction) == backwards.end()) continue;
        const double foot = foot_of(*glyph);
        glyph->direction = opposite(glyph->direction);
        set_height(*glyph, foot, height_of(*glyph));
    }
}

}  // namespace torimatome::parsers::pdf
