// The language of messages to the user: one setting of the process, made before anything is read.
#pragma once

#include <string>

namespace torimatome {

enum class Language { japanese, english };

void set_message_language(Language language);
Language message_language();

/// The one of the two texts that is in the user's language. Every message is written in both where it is made, so
/// that the two cannot drift apart.
std::string tell(std::string japanese, std::string english);

}  // namespace torimatome
