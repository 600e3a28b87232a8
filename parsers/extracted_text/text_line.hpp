// A line of extracted text with its number.
#pragma once

#include <string>

namespace torimatome::parsers {

struct TextLine {
    std::string text;
    int number = 0;  ///< 1-based, as an editor counts
};

}  // namespace torimatome::parsers
