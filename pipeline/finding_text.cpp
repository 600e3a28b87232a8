#include "pipeline/finding_text.hpp"

#include <nlohmann/json.hpp>

namespace torimatome::pipeline {

std::string pack_finding(const Finding& finding, std::size_t largest) {
    nlohmann::json json = {{"code", finding.code},        {"severity", to_string(finding.severity)},
                           {"record", finding.record},    {"field", finding.field},
                           {"message", finding.message},  {"hint", finding.hint},
                           {"file", finding.source.file}, {"sheet", finding.source.sheet},
                           {"cell", finding.source.cell}, {"page", finding.source.page},
                           {"line", finding.source.line}};
    const auto dump = [&] { return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); };
    std::string text = dump();
    if (text.size() <= largest) return text;
    constexpr std::size_t kLongMessage = 1000;
    for (const char* member : {"message", "hint", "record", "sheet", "file"}) {
        json[member] = json[member].get<std::string>().substr(0, kLongMessage);
    }
    return dump();
}

Finding unpack_finding(std::string_view text) {
    const nlohmann::json json = nlohmann::json::parse(text);
    Finding finding;
    finding.code = json.at("code");
    finding.severity = severity_from_string(json.at("severity"));
    finding.record = json.at("record");
    finding.field = json.at("field");
    finding.message = json.at("message");
    finding.hint = json.at("hint");
    finding.source.file = json.at("file");
    finding.source.sheet = json.at("sheet");
    finding.source.cell = json.at("cell");
    finding.source.page = json.at("page");
    finding.source.line = json.at("line");
    return finding;
}

}  // namespace torimatome::pipeline
