// Bytes to UTF-8: which encoding a file is in, found by its byte order mark and by strict decoding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace torimatome::text {

/// Text decoded from a file. `encoding` is "UTF-8", "UTF-16LE", "UTF-16BE" or "CP932"; `text` has no byte order mark
/// and its line ends are "\n".
struct Decoded {
    std::string text;
    std::string encoding;
    bool byte_order_mark = false;
};

/// Decodes by byte order mark, else UTF-16 without one where every other byte is zero-heavy, else strict UTF-8, else
/// CP932 (the ICU converter ibm-943_P15A-2003, which is Windows' code page 932). Empty when none of them holds.
std::optional<Decoded> decode(std::string_view bytes);

/// Offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are invalid); empty when all is.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Converts UTF-16 (either order, by its byte order mark, else as named) to UTF-8; empty on a broken sequence.
std::optional<std::string> utf16_to_utf8(std::string_view bytes, bool little_endian);

}  // namespace torimatome::text
