#include "parsers/xlsx/colors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

// ECMA-376 part 1, 18.8.27: 0 to 7 repeat 8 to 15; 64 and 65 are the system's own colours.
constexpr std::array<std::string_view, 56> kPaletteFrom8{
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF", "800000", "008000",
    "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366", "FFFFCC", "CCFFFF",
    "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000",
    "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966",
    "003300", "333300", "993300", "993366", "333399", "333333"};

// The order of theme indices differs from the order in the part: light and dark are swapped.
constexpr std::array<std::string_view, 12> kThemeOrder{
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"};

std::string six_digits(std::string_view rgb) {
    if (rgb.size() > 6) rgb.remove_prefix(rgb.size() - 6);
    const bool hex =
        rgb.size() == 6 && std::all_of(rgb.begin(), rgb.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
    std::string color(hex ? rgb : std::string_view());
    for (char& c : color) {
        if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
    }
    return color;
}

std::string indexed_color(int index, const Palette& palette) {
    if (index < 0) return {};
    const auto at = static_cast<std::size_t>(index);
    if (at < palette.indexed.size()) return palette.indexed[at];
    const std::size_t from8 = at < 8 ? at : at - 8;
    return from8 < kPaletteFrom8.size() ? std::string(kPaletteFrom8[from8]) : std::string();
}

double hue_part(double low, double high, double hue) {
    hue -= std::floor(hue);
    if (hue * 6 < 1) return low + (high - low) * 6 * hue;
    if (hue * 2 < 1) return high;
    if (hue * 3 < 2) return low + (high - low) * (2.0 / 3 - hue) * 6;
    return low;
}

// Lightens (tint > 0) or darkens a colour in HLS space: ECMA-376 part 1, 18.8.19.
std::string tinted(const std::string& color, double tint) {
    if (color.size() != 6 || tint == 0) return color;
    std::array<double, 3> rgb{};
    for (std::size_t i = 0; i < 3; ++i) rgb[i] = std::stoi(color.substr(i * 2, 2), nullptr, 16) / 255.0;
    const double high = *std::max_element(rgb.begin(), rgb.end());
    const double low = *std::min_element(rgb.begin(), rgb.end());
    const double range = high - low;
    double light = (high + low) / 2;
    double hue = 0;
    double saturation = 0;
    if (range > 0) {
        saturation = light < 0.5 ? range / (high + low) : range / (2 - high - low);
        if (high == rgb[0])
            hue = (rgb[1] - rgb[2]) / range / 6;
        else if (high == rgb[1])
            hue = (2 + (rgb[2] - rgb[0]) / range) / 6;
        else
            hue = (4 + (rgb[0] - rgb[1]) / range) / 6;
    }
    light = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
    const double upper = light < 0.5 ? light * (1 + saturation) : light + saturation - light * saturation;
    const double lower = 2 * light - upper;
    std::string result;
    for (const double shift : {1.0 / 3, 0.0, -1.0 / 3}) {
        result += fmt::format("{:02X}", std::clamp(std::lround(hue_part(lower, upper, hue + shift) * 255), 0L, 255L));
    }
    return result;
}

}  // namespace

Palette standard_palette() {
    return {{"FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
             "0563C1", "954F72"},
            {}};
}

void read_theme_colors(pugi::xml_node theme, Palette& palette) {
    const pugi::xml_node scheme = child_named(child_named(theme, "themeElements"), "clrScheme");
    for (std::size_t i = 0; i < kThemeOrder.size(); ++i) {
        for (pugi::xml_node color : child_named(scheme, kThemeOrder[i]).children()) {
            const std::string_view system = attribute_named(color, "lastClr");
            const std::string value = six_digits(system.empty() ? attribute_named(color, "val") : system);
            if (!value.empty()) palette.theme[i] = value;
        }
    }
}

void read_indexed_colors(pugi::xml_node style_sheet, Palette& palette) {
    const pugi::xml_node colors = child_named(child_named(style_sheet, "colors"), "indexedColors");
    for (pugi::xml_node color : colors.children()) {
        if (is_named(color, "rgbColor")) palette.indexed.push_back(six_digits(attribute_named(color, "rgb")));
    }
}

std::string color_of(pugi::xml_node color, const Palette& palette) {
    if (!color || flag_of(color, "auto", false)) return {};
    const double tint = decimal_of(color, "tint", 0);
    if (has_attribute(color, "rgb")) return tinted(six_digits(attribute_named(color, "rgb")), tint);
    const int theme = number_of(color, "theme", -1);
    if (theme >= 0 && static_cast<std::size_t>(theme) < palette.theme.size()) {
        return tinted(palette.theme[static_cast<std::size_t>(theme)], tint);
    }
    return tinted(indexed_color(number_of(color, "indexed", -1), palette), tint);
}

}  // namespace torimatome::parsers::xlsx
