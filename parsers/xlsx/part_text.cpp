#include "parsers/xlsx/part_text.hpp"

#include "text/code_points.hpp"

namespace torimatome::parsers::xlsx {

namespace {

unsigned unit_at(const std::string& bytes, std::size_t at, bool little) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return little ? first | (static_cast<unsigned>(second) << 8) : (static_cast<unsigned>(first) << 8) | second;
}

// XML 1.0, appendix F: by byte order mark, else by how "<?" would look.
PartEncoding encoding_of(const std::string& bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv)) return PartEncoding::utf16_little;
    if (bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv)) return PartEncoding::utf16_big;
    return PartEncoding::utf8;
}

void convert_utf16(std::string& bytes, bool little, bool last, std::string& text) {
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        char32_t value = unit_at(bytes, i, little);
        const bool high = value >= 0xD800 && value <= 0xDBFF;
        if (high && i + 3 >= bytes.size() && !last) break;
        if (high && i + 3 < bytes.size()) {
            const unsigned low = unit_at(bytes, i + 2, little);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        const bool lone_surrogate = value >= 0xD800 && value <= 0xDFFF;
        if (value != 0xFEFF) text::append_code_point(text, lone_surrogate ? 0xFFFD : value);
    }
    bytes.erase(0, i);
}

// Adds bytes of the part, about `size` of them.
void append_bytes(PartText& source, std::string& bytes, std::size_t size) {
    const std::size_t before = bytes.size();
    bytes.resize(before + size);
    bytes.resize(before + read_some(source.part, bytes.data() + before, size));
    source.taken += bytes.size() - before;
    source.ended = bytes.size() == before;
}

// The first bytes, enough to tell the encoding.
void read_start(PartText& source) {
    while (source.waiting.size() < 3 && !source.ended) append_bytes(source, source.waiting, 4);
    source.encoding = encoding_of(source.waiting);
    if (source.encoding == PartEncoding::utf8 && source.waiting.starts_with("\xEF\xBB\xBF")) source.waiting.erase(0, 3);
}

}  // namespace

void read_text(PartText& source, std::string& text, std::size_t size) {
    if (source.encoding == PartEncoding::unknown) read_start(source);
    if (source.encoding == PartEncoding::utf8) {
        text += source.waiting;
        source.waiting.clear();
        if (!source.ended) append_bytes(source, text, size);
        return;
    }
    const std::size_t before = text.size();
    while (text.size() == before && (!source.ended || source.waiting.size() > 1)) {
        if (!source.ended) append_bytes(source, source.waiting, size);
        convert_utf16(source.waiting, source.encoding == PartEncoding::utf16_little, source.ended, text);
    }
}

}  // namespace torimatome::parsers::xlsx
