#include "parsers/xlsx/styles.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

struct Border {
    bool top = false;
    bool bottom = false;
    bool any = false;
};

bool has_line(pugi::xml_node edge) {
    const std::string_view style = attribute_named(edge, "style");
    return !style.empty() && style != "none";
}

Border read_border(pugi::xml_node node) {
    Border border;
    for (pugi::xml_node edge : node.children()) {
        if (is_named(edge, "diagonal") || !has_line(edge)) continue;
        border.any = true;
        if (is_named(edge, "top")) border.top = true;
        if (is_named(edge, "bottom")) border.bottom = true;
    }
    return border;
}

struct Background {
    std::string color = "FFFFFF";  // empty where it is unsure
};

Background read_background(pugi::xml_node fill, const Palette& palette) {
    const pugi::xml_node pattern = child_named(fill, "patternFill");
    if (!pattern) return {""};
    const std::string_view type = attribute_named(pattern, "patternType");
    if (type.empty() || type == "none") return {};
    return {type == "solid" ? color_of(child_named(pattern, "fgColor"), palette) : std::string()};
}

// The entries of one of the style sheet's lists, at least one.
template <typename Entry, typename Read>
std::vector<Entry> read_all(pugi::xml_node style_sheet, std::string_view list, std::string_view item, Read read) {
    std::vector<Entry> entries;
    for (pugi::xml_node node : child_named(style_sheet, list).children()) {
        if (is_named(node, item)) entries.push_back(read(node));
    }
    if (entries.empty()) entries.emplace_back();
    return entries;
}

// A format is parsed once, however many styles use it.
struct FormatTable {
    std::map<int, std::string> codes;
    std::map<std::string, std::size_t> places;
    std::vector<NumberFormat>& formats;

    std::size_t place_of(int id) {
        // Excel shows 14 and 22 by the system's own date, whatever code a writer put there.
        const auto own = id == 14 || id == 22 ? codes.end() : codes.find(id);
        const std::string code = own != codes.end() ? own->second : std::string(builtin_format_code(id));
        const auto [entry, is_new] = places.emplace(code, formats.size());
        if (is_new) formats.push_back(parse_number_format(code));
        return entry->second;
    }
};

bool leaves_texts_alone(const NumberFormat& format) {
    const TextFrame frame = frame_of_text(format);
    return !frame.hidden && frame.before.empty() && frame.after.empty();
}

std::size_t limited(int place, std::size_t count) {
    const auto at = static_cast<std::size_t>(place);
    return place >= 0 && at < count ? at : 0;
}

}  // namespace

Styles default_styles() {
    Styles styles;
    styles.palette = standard_palette();
    styles.formats.push_back(parse_number_format("General"));
    styles.fonts.emplace_back();
    styles.cells.emplace_back();
    return styles;
}

Styles read_styles(pugi::xml_node style_sheet, Palette palette) {
    Styles styles;
    styles.palette = std::move(palette);
    read_indexed_colors(style_sheet, styles.palette);
    FormatTable formats{{}, {}, styles.formats};
    for (pugi::xml_node node : child_named(style_sheet, "numFmts").children()) {
        formats.codes[number_of(node, "numFmtId", -1)] = attribute_named(node, "formatCode");
    }
    styles.fonts = read_all<Font>(style_sheet, "fonts", "font",
                                  [&](pugi::xml_node node) { return read_font(node, styles.palette); });
    const auto backgrounds = read_all<Background>(
        style_sheet, "fills", "fill", [&](pugi::xml_node node) { return read_background(node, styles.palette); });
    const auto borders = read_all<Border>(style_sheet, "borders", "border", read_border);
    styles.formats.push_back(parse_number_format("General"));
    styles.cells = read_all<CellStyle>(style_sheet, "cellXfs", "xf", [&](pugi::xml_node node) {
        CellStyle style;
        style.format = formats.place_of(number_of(node, "numFmtId", 0));
        style.font = limited(number_of(node, "fontId", 0), styles.fonts.size());
        style.background = backgrounds[limited(number_of(node, "fillId", 0), backgrounds.size())].color;
        const Border& border = borders[limited(number_of(node, "borderId", 0), borders.size())];
        style.top_border = border.top;
        style.bottom_border = border.bottom;
        style.any_border = border.any;
        style.plain_look = styles.fonts[style.font].plain() && style.background != "000000";
        style.plain_text = style.plain_look && leaves_texts_alone(styles.formats[style.format]);
        styles.any_border = styles.any_border || border.any;
        return style;
    });
    return styles;
}

Font read_font(pugi::xml_node node, const Palette& palette) {
    Font font;
    for (pugi::xml_node property : node.children()) {
        if (is_named(property, "b")) font.bold = flag_of(property, "val", true);
        if (is_named(property, "i")) font.italic = flag_of(property, "val", true);
        if (is_named(property, "strike")) font.struck = flag_of(property, "val", true);
        if (is_named(property, "u")) font.underline = attribute_named(property, "val") != "none";
        if (is_named(property, "color")) font.color = color_of(property, palette);
    }
    if (font.color == "000000") font.color.clear();
    return font;
}

}  // namespace torimatome::parsers::xlsx
