// Small questions to XML elements, asked by local name: prefixes and namespaces differ between writers.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace torimatome::parsers::xlsx {

/// "row" of "x:row".
inline std::string_view local_name(const char* name) {
    for (const char* c = name; *c; ++c) {
        if (*c == ':') return c + 1;
    }
    return name;
}

inline bool is_named(pugi::xml_node node, std::string_view name) { return local_name(node.name()) == name; }

/// The first child element of that local name; a null node where there is none.
pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);

/// The value of the attribute of that local name; "" where there is none.
std::string_view attribute_named(pugi::xml_node node, std::string_view name);
bool has_attribute(pugi::xml_node node, std::string_view name);

/// The attribute as a whole number; `otherwise` where it is absent or none.
int number_of(pugi::xml_node node, std::string_view attribute, int otherwise);
double decimal_of(pugi::xml_node node, std::string_view attribute, double otherwise);

/// The attribute as an XML boolean; `otherwise` where it is absent.
bool flag_of(pugi::xml_node node, std::string_view attribute, bool otherwise);

/// Adds the element's own text, comments apart; child elements are not looked into.
void append_text(pugi::xml_node node, std::string& text);
std::string text_of(pugi::xml_node node);

/// The text of a string of a workbook: _x000D_ escapes undone, every line break "\n", broken UTF-8 replaced by U+FFFD.
/// `broken` becomes true where the text then has a U+FFFD.
std::string clean_text(std::string text, bool* broken = nullptr);

/// Whether `text` has anything but white space (the ideographic space counts as white).
bool has_ink(std::string_view text);

}  // namespace torimatome::parsers::xlsx
