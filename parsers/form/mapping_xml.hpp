// Strict reading of one mapping file: every element and attribute must be known, and every mistake is named with
// file:line:column.
#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace torimatome::parsers {

/// A mapping file while it is read.
struct MappingFile {
    std::string name;
    std::string_view xml;
};

/// Throws Error "mapping.invalid" at `node`; the message starts with `file:line:column`.
[[noreturn]] void fail_at(const MappingFile& file, const pugi::xml_node& node, const std::string& japanese,
                          const std::string& english);

/// Refuses attributes and child elements of `node` that are not listed, an attribute that is there twice, and any text.
void expect_only(const MappingFile& file, const pugi::xml_node& node, std::initializer_list<const char*> attributes,
                 std::initializer_list<const char*> children);

/// The attribute's value; refuses a missing or empty one.
std::string required_attribute(const MappingFile& file, const pugi::xml_node& node, const char* name);

/// The attribute's value, or `otherwise` where it is not there.
std::string optional_attribute(const pugi::xml_node& node, const char* name, const std::string& otherwise);

/// "yes" or "no", nothing else.
bool yes_no_attribute(const MappingFile& file, const pugi::xml_node& node, const char* name, bool otherwise);

/// A decimal number in the classic locale.
double number_attribute(const MappingFile& file, const pugi::xml_node& node, const char* name, double otherwise);

/// The text of an element that holds nothing else; refuses an empty one, and attributes that are not listed.
std::string text_of(const MappingFile& file, const pugi::xml_node& node, std::initializer_list<const char*> attributes);

}  // namespace torimatome::parsers
