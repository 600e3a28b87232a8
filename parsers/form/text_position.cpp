#include "parsers/form/text_position.hpp"

namespace torimatome::parsers {

TextPosition text_position(std::string_view text, std::size_t offset) {
    TextPosition position;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        ++position.column;
        if (text[i] == '\n') {
            ++position.line;
            position.column = 1;
        }
    }
    return position;
}

}  // namespace torimatome::parsers
