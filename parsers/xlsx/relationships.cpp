#include "parsers/xlsx/relationships.hpp"

#include <algorithm>

#include "parsers/xlsx/xml_stream.hpp"
#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

std::string with_slashes(std::string_view path) {
    std::string result(path);
    std::replace(result.begin(), result.end(), '\\', '/');
    return result;
}

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

// `target` as seen from `folder`, without "." and "..".
std::string resolve(const std::string& folder, std::string target) {
    target = with_slashes(target);
    const std::string path = target.starts_with('/') ? target : folder + target;
    std::vector<std::string> steps;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        std::string step = path.substr(begin, end - begin);
        begin = end + 1;
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(std::move(step));
        }
    }
    std::string result;
    for (const std::string& step : steps) result += (result.empty() ? "" : "/") + step;
    return result;
}

}  // namespace

std::vector<Relationship> read_relationships(Package& package, std::string_view part) {
    const std::string source = with_slashes(part);
    const std::string folder = folder_of(source);
    XmlPart xml;
    std::vector<Relationship> relationships;
    if (!read_xml(package, folder + "_rels/" + source.substr(folder.size()) + ".rels", xml)) return relationships;
    for (pugi::xml_node node : xml.root().children()) {
        if (!is_named(node, "Relationship")) continue;
        Relationship one;
        one.id = attribute_named(node, "Id");
        const std::string_view type = attribute_named(node, "Type");
        one.type = type.substr(type.rfind('/') + 1);
        one.external = attribute_named(node, "TargetMode") == "External";
        one.target = attribute_named(node, "Target");
        if (!one.external) one.target = resolve(folder, one.target);
        relationships.push_back(std::move(one));
    }
    return relationships;
}

std::string target_of_type(const std::vector<Relationship>& relationships, std::string_view type) {
    for (const Relationship& one : relationships) {
        if (one.type == type && !one.external) return one.target;
    }
    return {};
}

std::string target_of_id(const std::vector<Relationship>& relationships, std::string_view id) {
    for (const Relationship& one : relationships) {
        if (one.id == id && !one.external) return one.target;
    }
    return {};
}

}  // namespace torimatome::parsers::xlsx
