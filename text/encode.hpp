// UTF-8 to code page 932, for the programs that read nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace torimatome::text {

/// A character that code page 932 does not have.
struct Unencodable {
    std::string character;
    std::size_t offset = 0;  ///< byte of the text at which it stands first
    int count = 0;           ///< how often it stands there

    friend bool operator==(const Unencodable&, const Unencodable&) = default;
};

struct EncodedCp932 {
    std::string bytes;
    std::vector<Unencodable>
        lost;  ///< each written as 「〓」 (the printers' sign for a missing type); in order of appearance
};

/// Encodes `text`. Characters that have a twin in code page 932 take it: 〜 → ～, − → －, — → ―, ‖ → ∥, ¥ → ￥, and the
/// like.
EncodedCp932 encode_cp932(std::string_view text);

}  // namespace torimatome::text
