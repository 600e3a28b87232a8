#include "parsers/pdf/glyphs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "text/code_points.hpp"

namespace torimatome::parsers::pdf {

namespace {

struct Fold {
    char32_t vertical;
    char32_t upright;
};

// The vertical presentation forms (U+FE10–U+FE19, U+FE30–U+FE48): a font's turned shapes, never what was typed.
constexpr std::array<Fold, 37> kVerticalForms{{
    {U'︐', U'，'}, {U'︑', U'、'}, {U'︒', U'。'}, {U'︓', U'：'}, {U'︔', U'；'}, {U'︕', U'！'}, {U'︖', U'？'},
    {U'︗', U'〖'}, {U'︘', U'〗'}, {U'︙', U'…'},  {U'︰', U'‥'},  {U'︱', U'—'},  {U'︲', U'–'},  {U'︳', U'＿'},
    {U'︵', U'（'}, {U'︶', U'）'}, {U'︷', U'｛'}, {U'︸', U'｝'}, {U'︹', U'〔'}, {U'︺', U'〕'}, {U'︻', U'【'},
    {U'︼', U'】'}, {U'︽', U'《'}, {U'︾', U'》'}, {U'︿', U'〈'}, {U'﹀', U'〉'}, {U'﹁', U'「'}, {U'﹂', U'」'},
    {U'﹃', U'『'}, {U'﹄', U'』'}, {U'﹇', U'［'}, {U'﹈', U'］'}, {U'︴', U'＿'}, {U'｜', U'｜'}, {U'﹏', U'＿'},
    {U'﹅', U'﹅'}, {U'﹆', U'﹆'},
}};

char32_t upright(char32_t c) {
    if (c < 0xFE10 || c > 0xFE4F) return c;
    const auto form = std::find_if(kVerticalForms.begin(), kVerticalForms.end(),
                                   [c](const Fold& fold) { return fold.vertical == c; });
    return form == kVerticalForms.end() ? c : form->upright;
}

bool is_unusable(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool private_use = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    return control || private_use || c == 0xFFFD || (c >= 0xD800 && c < 0xE000);
}

// Poppler counts vertical writing as turned by one quarter more.
Direction direction_of(const poppler::text_box& box, bool vertical) {
    const int rotation = vertical ? (box.rotation() + 3) % 4 : box.rotation();
    if (vertical && rotation == 0) return Direction::vertical;
    constexpr std::array<Direction, 4> kTurned{Direction::right, Direction::down, Direction::upended, Direction::up};
    return kTurned[static_cast<std::size_t>(rotation)];
}

std::u32string code_points(const poppler::ustring& text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t unit = text[i];
        const bool pair = unit >= 0xD800 && unit < 0xDC00 && i + 1 < text.size();
        result.push_back(pair ? 0x10000 + ((unit - 0xD800) << 10) + (text[++i] - 0xDC00U) : unit);
    }
    return result;
}

// Poppler sets the box of vertical writing as if the origin were at the glyph's lower left corner; it is in the middle
// of its upper edge.
void move_to_vertical_origin(Box& box) {
    const double left = (box.x1 - box.x0) / 2;
    const double down = box.y1 - box.y0;
    box = {box.x0 - left, box.y0 + down, box.x1 - left, box.y1 + down};
}

void add_glyphs(const poppler::text_box& box, std::vector<Glyph>& glyphs, int& unusable) {
    const std::u32string text = code_points(box.text());
    const double size = box.get_font_size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text::is_space(text[i])) continue;
        if (is_unusable(text[i])) {
            ++unusable;
            continue;
        }
        const poppler::rectf place = box.char_bbox(i);
        const bool vertical = box.get_wmode(static_cast<int>(i)) == poppler::text_box::vertical_wmode;
        Glyph glyph;
        glyph.code = upright(text[i]);
        glyph.box = {place.left(), place.top(), place.right(), place.bottom()};
        glyph.size = size > 0 ? size : glyph.height();
        glyph.direction = direction_of(box, vertical);
        glyph.drawn = box.get_font_name(static_cast<int>(i)).empty();  // only they have no name
        if (glyph.direction == Direction::vertical) move_to_vertical_origin(glyph.box);
        glyphs.push_back(glyph);
    }
}

double overlap(const Glyph& a, const Glyph& b) {
    const double width = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
    const double height = std::min(a.box.y1, b.box.y1) - std::max(a.box.y0, b.box.y0);
    const double area = std::min(a.width() * a.height(), b.width() * b.height());
    return width > 0 && height > 0 && area > 0 ? width * height / area : 0;
}

// Word processors print bold by striking twice, up to a tenth of a character aside.
void drop_double_strikes(std::vector<Glyph>& glyphs) {
    constexpr double kSamePlace = 0.7;
    constexpr double kCell = 8;  // points
    std::unordered_map<long, std::vector<std::size_t>> places;
    const auto key = [](double x, double y) { return std::lround(x / kCell) * 100'003 + std::lround(y / kCell); };
    std::vector<Glyph> kept;
    kept.reserve(glyphs.size());
    for (const Glyph& glyph : glyphs) {
        bool doubled = false;
        for (int dx = -1; dx <= 1 && !doubled; ++dx) {
            for (int dy = -1; dy <= 1 && !doubled; ++dy) {
                const auto near = places.find(key(glyph.center_x() + dx * kCell, glyph.center_y() + dy * kCell));
                if (near == places.end()) continue;
                doubled = std::any_of(near->second.begin(), near->second.end(), [&](std::size_t i) {
                    return kept[i].code == glyph.code && overlap(kept[i], glyph) > kSamePlace;
                });
            }
        }
        if (doubled) continue;
        places[key(glyph.center_x(), glyph.center_y())].push_back(kept.size());
        kept.push_back(glyph);
    }
    glyphs = std::move(kept);
}

}  // namespace

std::vector<Glyph> read_glyphs(const poppler::page& page, int& unusable) {
    std::vector<Glyph> glyphs;
    for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
        add_glyphs(box, glyphs, unusable);
    }
    drop_double_strikes(glyphs);
    return glyphs;
}

}  // namespace torimatome::parsers::pdf
