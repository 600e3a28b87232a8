#include "parsers/form/scale_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "parsers/form/mapping_xml.hpp"
#include "parsers/form/text_position.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::size_t kLongestList = 255;  // UTF-16 units that Excel allows for a drop-down's values

Finding about(const char* code, const std::string& file, std::string message) {
    Finding finding;
    finding.code = code;
    finding.severity = Severity::error;
    finding.source.file = file;
    finding.message = std::move(message);
    return finding;
}

Grade load_grade(const MappingFile& file, const pugi::xml_node& node, bool ordinal) {
    Grade grade;
    grade.mark = required_attribute(file, node, "mark");
    grade.label = required_attribute(file, node, "label");
    grade.share = optional_attribute(node, "share", "");
    grade.description = text_of(file, node, {"mark", "label", "share", "value"});
    const bool has_value = !node.attribute("value").empty();
    if (has_value != ordinal) {
        fail_at(file, node, "value は ordinal=\"yes\" の段階にだけ、すべての <grade> に書きます。",
                "value stands in every <grade> of a scale with ordinal=\"yes\", and in none of another.");
    }
    if (has_value) grade.value = number_attribute(file, node, "value", 0);
    return grade;
}

void check_marks(const MappingFile& file, const pugi::xml_node& root, const Scale& scale) {
    std::set<std::string> keys;
    std::size_t length = 0;
    for (const Grade& grade : scale.grades) {
        if (!keys.insert(text::compare_key(grade.mark)).second) {
            fail_at(file, root, fmt::format("mark「{}」が2つあります。", grade.mark),
                    fmt::format("The mark \"{}\" is there twice.", grade.mark));
        }
        if (grade.mark.find(',') != std::string::npos) {
            fail_at(file, root, "mark に「,」は使えません。", "A mark cannot hold a comma.");
        }
        length += grade.mark.size() + 1;
    }
    if (scale.grades.size() < 2 || length > kLongestList) {
        fail_at(file, root, "<grade> は2つ以上、mark は合わせて255文字までです。",
                "There are two <grade> at least, and their marks hold 255 characters at most.");
    }
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (stream) return content.str();
    throw Error(about("mapping.unreadable", path.filename().string(),
                      tell(fmt::format("評価の段階「{}」を開けません。", path.string()),
                           fmt::format("Cannot open the scale \"{}\".", path.string()))));
}

}  // namespace

Scale load_scale(std::string_view xml, const std::string& name) {
    const MappingFile file{name, xml};
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
        const TextPosition at = text_position(xml, result.offset < 0 ? 0 : static_cast<std::size_t>(result.offset));
        throw Error(about("mapping.invalid", name,
                          fmt::format("{}:{}:{}: {}", name, at.line, at.column,
                                      tell("XMLとして読めません。", "This is no well-formed XML."))));
    }
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "scale") {
        fail_at(file, root, "<scale> が要ります。", "This must be a <scale>.");
    }
    expect_only(file, root, {"id", "name", "ordinal"}, {"note", "grade"});
    Scale scale;
    scale.id = required_attribute(file, root, "id");
    scale.name = required_attribute(file, root, "name");
    required_attribute(file, root, "ordinal");
    scale.ordinal = yes_no_attribute(file, root, "ordinal", false);
    if (const pugi::xml_node note = root.child("note")) scale.note = text_of(file, note, {});
    for (const pugi::xml_node node : root.children("grade"))
        scale.grades.push_back(load_grade(file, node, scale.ordinal));
    check_marks(file, root, scale);
    return scale;
}

std::vector<Scale> load_scales(const std::filesystem::path& mappings) {
    const std::filesystem::path folder = mappings / "scales";
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    if (error || files.empty()) {
        throw Error(about("mapping.no-folder", {},
                          tell(fmt::format("評価の段階のフォルダ「{}」がないか、XMLがありません。", folder.string()),
                               fmt::format("There is no folder \"{}\" with scales.", folder.string()))));
    }
    std::sort(files.begin(), files.end());
    std::vector<Scale> scales;
    for (const std::filesystem::path& path : files) {
        Scale scale = load_scale(read_file(path), path.filename().string());
        const bool twice =
            std::any_of(scales.begin(), scales.end(), [&](const Scale& each) { return each.id == scale.id; });
        if (twice) {
            throw Error(about("mapping.invalid", path.filename().string(),
                              tell(fmt::format("評価の段階「{}」が2つあります。", scale.id),
                                   fmt::format("The scale \"{}\" is there twice.", scale.id))));
        }
        scales.push_back(std::move(scale));
    }
    return scales;
}

}  // namespace torimatome::parsers
