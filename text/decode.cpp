#include "text/decode.hpp"

#include <unicode/ucnv.h>

#include <memory>

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";

/// Windows' code page 932. "Shift_JIS" and "ibm-943" name tables that differ in ～, ￥ and the NEC characters.
constexpr const char* kCodePage932 = "ibm-943_P15A-2003";

std::string with_unix_line_ends(std::string text) {
    if (text.find('\r') == std::string::npos) return text;
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool part_of_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (part_of_pair) continue;
        text[out++] = text[i] == '\r' ? '\n' : text[i];
    }
    text.resize(out);
    return text;
}

/// Characters that text files hold; noise read in a wrong byte order holds few of them.
bool is_usual(char32_t c) {
    const bool ascii = (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
    return ascii || (c >= 0x2010 && c <= 0x27BF) || (c >= 0x3000 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF);
}

double usual_share(std::string_view text) {
    std::size_t usual = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < text.size(); ++all) {
        const CodePoint c = code_point_at(text, i);
        if (is_usual(c.value)) ++usual;
        i += c.length;
    }
    return all == 0 ? 0.0 : static_cast<double>(usual) / static_cast<double>(all);
}

std::optional<Decoded> decode_by_mark(std::string_view bytes) {
    if (bytes.starts_with(kUtf8Mark)) {
        const std::string_view rest = bytes.substr(kUtf8Mark.size());
        if (first_invalid_utf8(rest)) return std::nullopt;
        return Decoded{std::string(rest), "UTF-8", true};
    }
    const bool little_endian = bytes.starts_with(kLittleEndianMark);
    std::optional<std::string> text = utf16_to_utf8(bytes, little_endian);
    if (!text) return std::nullopt;
    return Decoded{std::move(*text), little_endian ? "UTF-16LE" : "UTF-16BE", true};
}

/// UTF-16 without a mark: tabs, line ends and ASCII give zero bytes, which no other text encoding holds.
std::optional<Decoded> decode_unmarked_utf16(std::string_view bytes) {
    constexpr double kEnoughUsual = 0.9;
    if (bytes.size() % 2 != 0 || bytes.find('\0') == std::string_view::npos) return std::nullopt;
    Decoded best;
    double best_share = 0.0;
    for (const bool little_endian : {true, false}) {
        std::optional<std::string> text = utf16_to_utf8(bytes, little_endian);
        if (!text) continue;
        const double found = usual_share(*text);
        if (found <= best_share) continue;
        best_share = found;
        best = {std::move(*text), little_endian ? "UTF-16LE" : "UTF-16BE", false};
    }
    if (best_share < kEnoughUsual) return std::nullopt;
    return best;
}

std::optional<std::string> code_page_932_to_utf8(std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(kCodePage932, &status), &ucnv_close);
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string text(bytes.size() * 3 + 16, '\0');  // a CP932 byte never gives more than three bytes of UTF-8
    char* target = text.data();
    const char* source = bytes.data();
    ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source, bytes.data() + bytes.size(),
                   nullptr, nullptr, nullptr, nullptr, true, true, &status);
    if (U_FAILURE(status)) return std::nullopt;
    text.resize(static_cast<std::size_t>(target - text.data()));
    return text;
}

std::optional<Decoded> decode_any_line_ends(std::string_view bytes) {
    const bool utf16_mark = bytes.starts_with(kLittleEndianMark) || bytes.starts_with(kBigEndianMark);
    if (utf16_mark || bytes.starts_with(kUtf8Mark)) return decode_by_mark(bytes);
    if (std::optional<Decoded> utf16 = decode_unmarked_utf16(bytes)) return utf16;
    if (!first_invalid_utf8(bytes)) return Decoded{std::string(bytes), "UTF-8", false};
    if (std::optional<std::string> text = code_page_932_to_utf8(bytes))
        return Decoded{std::move(*text), "CP932", false};
    return std::nullopt;
}

char16_t unit_at(std::string_view bytes, std::size_t offset, bool little_endian) {
    const auto first = static_cast<unsigned char>(bytes[offset]);
    const auto second = static_cast<unsigned char>(bytes[offset + 1]);
    return static_cast<char16_t>(little_endian ? second << 8 | first : first << 8 | second);
}

}  // namespace

std::optional<Decoded> decode(std::string_view bytes) {
    std::optional<Decoded> decoded = decode_any_line_ends(bytes);
    if (decoded) decoded->text = with_unix_line_ends(std::move(decoded->text));
    return decoded;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const CodePoint c = code_point_at(bytes, i);
        if (c.length == 1) return i;
        i += c.length;
    }
    return std::nullopt;
}

std::optional<std::string> utf16_to_utf8(std::string_view bytes, bool little_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    std::size_t i = 0;
    if (bytes.starts_with(kLittleEndianMark) || bytes.starts_with(kBigEndianMark)) {
        little_endian = bytes.starts_with(kLittleEndianMark);
        i = 2;
    }
    std::string text;
    text.reserve(bytes.size() * 3 / 2);
    for (; i < bytes.size(); i += 2) {
        const char16_t unit = unit_at(bytes, i, little_endian);
        const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
        const bool high = unit >= 0xD800 && unit <= 0xDBFF;
        if (low || (high && i + 4 > bytes.size())) return std::nullopt;
        if (!high) {
            append_code_point(text, unit);
            continue;
        }
        const char16_t second = unit_at(bytes, i + 2, little_endian);
        if (second < 0xDC00 || second > 0xDFFF) return std::nullopt;
        append_code_point(text, 0x10000 + ((static_cast<char32_t>(unit) - 0xD800) << 10) + (second - 0xDC00u));
        i += 2;
    }
    return text;
}

}  // namespace torimatome::text
