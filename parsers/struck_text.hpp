// What is said of struck text (見え消し), whatever it was read from.
#pragma once

#include <string>

namespace torimatome::parsers {

std::string struck_message(const std::string& struck);
std::string struck_hint();

}  // namespace torimatome::parsers
