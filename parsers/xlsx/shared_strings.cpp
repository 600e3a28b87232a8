#include "parsers/xlsx/shared_strings.hpp"

#include <utility>

#include "parsers/xlsx/xml_stream.hpp"
#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

// The only child's text where the string is `<t>` alone, which nearly all are.
bool is_single_text(pugi::xml_node item) {
    const pugi::xml_node first = item.first_child();
    return first && !first.next_sibling() && is_named(first, "t");
}

SharedString read_item(pugi::xml_node item, const Palette& palette, StruckText struck) {
    SharedString string;
    if (is_single_text(item)) {
        std::string text = clean_text(text_of(item.first_child()), &string.broken);
        if (has_ink(text)) string.plain = std::make_shared<const CellText>(CellText{std::move(text), {}, {}});
        return string;
    }
    RichText text = read_rich_text(item, palette, &string.broken);
    string.plain = make_cell_text(text, Font{}, struck);
    for (const RichRun& run : text) {
        if (!run.font) continue;
        string.rich = std::make_unique<RichText>(std::move(text));
        break;
    }
    return string;
}

}  // namespace

void read_shared_strings(Package& package, const std::string& part, const Palette& palette, StruckText struck,
                         SharedStrings& strings) {
    strings.missing = true;
    if (part.empty() || !has_part(package, part)) return;
    const auto take = [&](pugi::xml_node item, std::uint64_t) {
        strings.items.push_back(read_item(item, palette, struck));
    };
    XmlPart rest;
    stream_xml(package, part, {{"sst", "si", take}}, rest);
    strings.missing = false;
}

}  // namespace torimatome::parsers::xlsx
