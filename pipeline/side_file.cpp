#include "pipeline/side_file.hpp"

#include <fmt/format.h>

#include "model/language.hpp"
#include "parsers/reader.hpp"
#include "pipeline/input_bytes.hpp"
#include "pipeline/inputs.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

TableSet read_side_file(const std::string& argument, const std::string& option) {
    const std::vector<InputFile> files = find_inputs({argument}, {});
    if (files.size() != 1) {
        throw usage_error(tell(fmt::format("{} にはファイルを1つだけ指定してください。", option),
                               fmt::format("{} takes one file.", option)));
    }
    const InputBytes bytes(files.front());
    return parsers::read_tables({files.front().name, bytes.view()}, {});
}

}  // namespace torimatome::pipeline
