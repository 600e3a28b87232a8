#include "parsers/text_encoding.hpp"

#include <fmt/format.h>

#include "model/language.hpp"

namespace torimatome::parsers {

text::Decoded decode_input(const Input& input, Findings& findings) {
    auto decoded = text::decode(input.bytes);
    if (!decoded) {
        Finding finding;
        finding.code = "input.not-text";
        finding.severity = Severity::error;
        finding.message =
            tell("文字として読めません（UTF-8、UTF-16、CP932のどれでもありません）。元のファイルを確かめてください。",
                 "This is no text in UTF-8, UTF-16 or CP932. Please check the original file.");
        throw Error(std::move(finding));
    }
    if (decoded->encoding != "UTF-8") {
        Finding finding;
        finding.code = "input.encoding";
        finding.severity = Severity::note;
        finding.message = tell(fmt::format("文字コードは {} と判断して読みました。", decoded->encoding),
                               fmt::format("Read as {}.", decoded->encoding));
        findings.push_back(std::move(finding));
    }
    return std::move(*decoded);
}

}  // namespace torimatome::parsers
