#include "pipeline/read_documents.hpp"

#include <fmt/format.h>

#include <utility>

#include "model/language.hpp"
#include "parsers/json_document.hpp"
#include "pipeline/batch.hpp"
#include "pipeline/run_end.hpp"
#include "pipeline/usage_error.hpp"
#include "writers/json.hpp"

namespace torimatome::pipeline {

std::vector<Reading> read_documents(const std::vector<InputFile>& inputs, const Mappings& mappings,
                                    const CommonOptions& options, Progress& progress) {
    const InputAction action = [&](const parsers::Input& input, std::ostream& answer) {
        const Document document = read_document(input, mappings, options.reading);
        write_tally(tally_of(document), answer);
        writers::write_json(document, answer, writers::JsonLayout::one_line);
    };
    std::vector<Reading> readings;
    process_inputs(inputs, action, options.pool, progress, [&](InputResult& result) {
        Reading& reading = readings.emplace_back();
        reading.file = inputs[result.index].name;
        reading.failure = std::move(result.failure);
        if (reading.failure) {
            progress.clear();
            report_failure(*reading.failure);
        } else {
            reading.document = parsers::read_json_document(result.result.text(), reading.file);
        }
    });
    return readings;
}

Document read_one_document(const std::string& argument, const std::string& option, const Mappings& mappings,
                           const CommonOptions& options, Progress& progress) {
    const std::vector<InputFile> inputs = find_inputs({argument}, {});
    if (inputs.size() != 1) {
        throw usage_error(tell(fmt::format("{} には資料を1つだけ指定してください。", option),
                               fmt::format("{} takes one document.", option)));
    }
    std::vector<Reading> readings = read_documents(inputs, mappings, options, progress);
    progress.clear();
    if (readings.front().failure) {
        throw usage_error(tell(fmt::format("資料「{}」を読み取れないので、続けられません。", inputs.front().name),
                               fmt::format("The document \"{}\" cannot be read.", inputs.front().name)));
    }
    return std::move(*readings.front().document);
}

}  // namespace torimatome::pipeline
