// The bytes of a part as UTF-8, a piece at a time.
#pragma once

#include <string>

#include "parsers/xlsx/package.hpp"

namespace torimatome::parsers::xlsx {

enum class PartEncoding { unknown, utf8, utf16_little, utf16_big };

/// A part whose text is read on demand. A UTF-16 character that a piece's end cuts waits for the next piece.
struct PartText {
    PartReader part;
    PartEncoding encoding = PartEncoding::unknown;
    std::string waiting;      ///< bytes not yet converted
    std::uint64_t taken = 0;  ///< bytes of the part so far
    bool ended = false;
};

/// Adds up to about `size` bytes of text to `text`, none at its end. The byte order mark is dropped. Throws
/// as read_some does.
void read_text(PartText& source, std::string& text, std::size_t size);

}  // namespace torimatome::parsers::xlsx
