#include "parsers/struck_text.hpp"

#include <fmt/format.h>

#include "model/language.hpp"

namespace torimatome::parsers {

std::string struck_message(const std::string& struck) {
    return tell(fmt::format("取り消し線の付いた「{}」は、消された文字として本文に入れていません。", struck),
                fmt::format("\"{}\" is struck through and was not taken as live text.", struck));
}

std::string struck_hint() {
    return tell("本文に残すときは --struck keep を付けてください。", "Use --struck keep to keep such text.");
}

}  // namespace torimatome::parsers
