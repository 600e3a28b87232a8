#include "pipeline/ndjson.hpp"

#include <algorithm>

#include "parsers/json_document.hpp"
#include "text/code_points.hpp"

namespace torimatome::pipeline {

namespace {

std::vector<std::string_view> lines_of(std::string_view bytes) {
    std::vector<std::string_view> lines;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = text::trim(bytes.substr(0, end));
        if (!line.empty()) lines.push_back(line);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return lines;
}

}  // namespace

std::vector<InputFile> split_ndjson(std::string_view bytes) {
    constexpr std::string_view kStart = "{\"schema\"";
    std::vector<InputFile> inputs;
    if (!bytes.starts_with(kStart)) return inputs;
    const std::vector<std::string_view> lines = lines_of(bytes);
    const bool all = std::all_of(lines.begin(), lines.end(), [&](std::string_view line) {
        return line.starts_with(kStart) && line.ends_with("}");
    });
    if (!all || lines.size() < 2) return inputs;
    for (const std::string_view line : lines) {
        if (!parsers::is_json_document(line)) return {};
        InputFile& input = inputs.emplace_back();
        input.bytes = std::make_shared<const std::string>(line);
        input.path = parsers::read_json_document(*input.bytes, "NDJSON").source.file;
    }
    return inputs;
}

}  // namespace torimatome::pipeline
