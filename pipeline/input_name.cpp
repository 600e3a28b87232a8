#include "pipeline/input_name.hpp"

#include <map>

#include "text/decode.hpp"

namespace torimatome::pipeline {

namespace {

// The last `parts` parts of the path; the whole path where it has fewer.
std::string tail(const std::filesystem::path& path, std::size_t parts) {
    std::filesystem::path result;
    std::filesystem::path rest = path;
    for (; parts > 0 && !rest.filename().empty(); --parts) {
        result = result.empty() ? rest.filename() : rest.filename() / result;
        rest = rest.parent_path();
    }
    return display_text(result.string());
}

std::size_t count_parts(const std::filesystem::path& path) {
    return static_cast<std::size_t>(std::distance(path.begin(), path.end()));
}

}  // namespace

std::string display_text(std::string_view bytes) {
    std::string text(bytes);
    if (text::first_invalid_utf8(bytes)) {
        const auto decoded = text::decode(bytes);
        text = decoded ? decoded->text : std::string(bytes.size(), '?');
    }
    std::string shown;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            shown += "\uFFFD";
        } else {
            shown += c;
        }
    }
    return shown;
}

std::vector<std::string> input_names(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::size_t> parts(paths.size(), 1);
    std::vector<std::string> names(paths.size());
    for (bool longer = true; longer;) {
        std::map<std::string, std::vector<std::size_t>> by_name;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            names[i] = tail(paths[i], parts[i]);
            by_name[names[i]].push_back(i);
        }
        longer = false;
        for (const auto& [name, inputs] : by_name) {
            if (inputs.size() == 1) continue;
            for (const std::size_t i : inputs) {
                if (parts[i] >= count_parts(paths[i])) continue;
                ++parts[i];
                longer = true;
            }
        }
    }
    return names;
}

}  // namespace torimatome::pipeline
