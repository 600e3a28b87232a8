#include "model/language.hpp"

#include <utility>

namespace torimatome {

namespace {
Language current_language = Language::japanese;
}

void set_message_language(Language language) { current_language = language; }

Language message_language() { return current_language; }

std::string tell(std::string japanese, std::string english) {
    return current_language == Language::japanese ? std::move(japanese) : std::move(english);
}

}  // namespace torimatome
