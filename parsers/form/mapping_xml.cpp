#include "parsers/form/mapping_xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <set>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "parsers/form/text_position.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

std::string trimmed(std::string_view text) { return std::string(text::trim(text)); }

bool contains(std::initializer_list<const char*> names, const char* name) {
    return std::any_of(names.begin(), names.end(), [name](const char* known) { return std::strcmp(known, name) == 0; });
}

}  // namespace

void fail_at(const MappingFile& file, const pugi::xml_node& node, const std::string& japanese,
             const std::string& english) {
    const std::ptrdiff_t start = node.offset_debug();
    // A text's place is its first word, not the line break before it.
    const std::size_t offset = std::min(
        file.xml.find_first_not_of(" \t\r\n", start < 0 ? 0 : static_cast<std::size_t>(start)), file.xml.size());
    const TextPosition at = text_position(file.xml, offset);
    Finding finding;
    finding.code = "mapping.invalid";
    finding.severity = Severity::error;
    finding.source.file = file.name;
    finding.source.line = at.line;
    finding.message = fmt::format("{}:{}:{}: {}", file.name, at.line, at.column, tell(japanese, english));
    throw Error(std::move(finding));
}

namespace {

// The parser takes an attribute that is there twice without a word.
void expect_attributes(const MappingFile& file, const pugi::xml_node& node,
                       std::initializer_list<const char*> attributes) {
    std::set<std::string> seen;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::string name = attribute.name();
        if (!seen.insert(name).second) {
            fail_at(file, node, fmt::format("<{}> に属性 {} が2回あります。", node.name(), name),
                    fmt::format("<{}> has the attribute {} twice.", node.name(), name));
        }
        const bool schema_reference = name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:");
        if (schema_reference || contains(attributes, attribute.name())) continue;
        fail_at(file, node, fmt::format("<{}> に属性 {} はありません。", node.name(), name),
                fmt::format("<{}> has no attribute {}.", node.name(), name));
    }
}

}  // namespace

void expect_only(const MappingFile& file, const pugi::xml_node& node, std::initializer_list<const char*> attributes,
                 std::initializer_list<const char*> children) {
    expect_attributes(file, node, attributes);
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            fail_at(file, child, fmt::format("<{}> の中に文「{}」は書けません。", node.name(), trimmed(child.value())),
                    fmt::format("<{}> cannot hold the text \"{}\".", node.name(), trimmed(child.value())));
        }
        if (child.type() != pugi::node_element || contains(children, child.name())) continue;
        fail_at(file, child, fmt::format("<{}> の中に <{}> は書けません。", node.name(), child.name()),
                fmt::format("<{}> cannot hold <{}>.", node.name(), child.name()));
    }
}

std::string required_attribute(const MappingFile& file, const pugi::xml_node& node, const char* name) {
    const std::string value = node.attribute(name).value();
    if (value.empty()) {
        fail_at(file, node, fmt::format("<{}> に属性 {} がありません。", node.name(), name),
                fmt::format("<{}> lacks the attribute {}.", node.name(), name));
    }
    return value;
}

std::string optional_attribute(const pugi::xml_node& node, const char* name, const std::string& otherwise) {
    const pugi::xml_attribute attribute = node.attribute(name);
    return attribute ? attribute.value() : otherwise;
}

bool yes_no_attribute(const MappingFile& file, const pugi::xml_node& node, const char* name, bool otherwise) {
    const std::string value = optional_attribute(node, name, otherwise ? "yes" : "no");
    if (value != "yes" && value != "no") {
        fail_at(file, node, fmt::format("属性 {} は yes か no です（今は「{}」）。", name, value),
                fmt::format("The attribute {} is yes or no, not \"{}\".", name, value));
    }
    return value == "yes";
}

double number_attribute(const MappingFile& file, const pugi::xml_node& node, const char* name, double otherwise) {
    const pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) return otherwise;
    const std::string_view value = attribute.value();
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(number)) {
        fail_at(file, node, fmt::format("属性 {} は数です（今は「{}」）。", name, value),
                fmt::format("The attribute {} is a number, not \"{}\".", name, value));
    }
    return number;
}

std::string text_of(const MappingFile& file, const pugi::xml_node& node,
                    std::initializer_list<const char*> attributes) {
    expect_attributes(file, node, attributes);
    std::string value;
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_element) {
            fail_at(file, child, fmt::format("<{}> の中に <{}> は書けません。", node.name(), child.name()),
                    fmt::format("<{}> cannot hold <{}>.", node.name(), child.name()));
        }
        value += child.value();  // a comment within the text splits it
    }
    if (value.empty()) {
        fail_at(file, node, fmt::format("<{}> の中身がありません。", node.name()),
                fmt::format("<{}> is empty.", node.name()));
    }
    return value;
}

}  // namespace torimatome::parsers
