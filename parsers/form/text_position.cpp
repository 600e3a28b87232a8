#include "parsers/form/text_position.hpp"

namespace torimatome::parsers {

TextPosition text_position(std::string_view text, std::size_t offset) {
    TextPosition position;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        const bool inside_character = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
        if (!inside_character) ++position.column;
        if (text[i] == '\n') {
            ++position.line;
            position.column = 1;
        }
    }
    return position;
}

}  // namespace torimatome::parsers
