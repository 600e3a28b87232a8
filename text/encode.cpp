#include "text/encode.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_converter() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("ibm-943_P15A-2003", &status));
    // Without this a character that the code page lacks would become "?" without a word.
    if (U_SUCCESS(status)) {
        ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    if (U_FAILURE(status))
        throw std::runtime_error(std::string("ICU has no converter for CP932: ") + u_errorName(status));
    return converter;
}

// Unicode has two characters where the code page has one; JIS tables and Microsoft's disagree on which is meant.
char32_t twin(char32_t c) {
    switch (c) {
        case 0x301C: return 0xFF5E;  // wave dash
        case 0x2212: return 0xFF0D;  // minus
        case 0x2014: return 0x2015;  // em dash
        case 0x2016: return 0x2225;  // double vertical line
        case 0x00A5: return 0xFFE5;  // yen
        case 0x203E: return 0xFFE3;  // overline
        case 0x00A2: return 0xFFE0;
        case 0x00A3: return 0xFFE1;
        case 0x00AC: return 0xFFE2;
        case 0x00A0: return 0x0020;
        default: return c;
    }
}

// The bytes of one character; empty where the code page lacks it.
std::string encode_one(UConverter* converter, char32_t c) {
    std::array<UChar, 2> units{};
    int32_t length = 0;
    UBool failed = false;
    U16_APPEND(units.data(), length, 2, static_cast<UChar32>(c), failed);
    std::array<char, 8> bytes{};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size =
        ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()), units.data(), length, &status);
    if (failed || U_FAILURE(status)) {
        ucnv_reset(converter);
        return {};
    }
    return std::string(bytes.data(), static_cast<std::size_t>(size));
}

void note_lost(std::string_view character, std::size_t offset, std::vector<Unencodable>& lost) {
    const auto known =
        std::find_if(lost.begin(), lost.end(), [&](const Unencodable& each) { return each.character == character; });
    if (known != lost.end()) {
        ++known->count;
    } else {
        lost.push_back({std::string(character), offset, 1});
    }
}

}  // namespace

EncodedCp932 encode_cp932(std::string_view text) {
    const Converter converter = open_converter();
    const std::string missing = encode_one(converter.get(), U'〓');
    EncodedCp932 result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (c.value < 0x80) {
            result.bytes.push_back(static_cast<char>(c.value));
        } else if (const std::string bytes = encode_one(converter.get(), twin(c.value)); !bytes.empty()) {
            result.bytes += bytes;
        } else {
            note_lost(text.substr(at, c.length), at, result.lost);
            result.bytes += missing;
        }
        at += c.length;
    }
    return result;
}

}  // namespace torimatome::text
