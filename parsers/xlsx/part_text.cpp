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

// The first bytes, enough to tell the encoding.
void read_start(PartText& source) {
    while (source.waiting.size() < 3 && !source.ended) {
        char bytes[4];
        const std::size_t count = read_some(source.part, bytes, sizeof bytes);
        source.waiting.append(bytes, count);
        source.ended = count == 0;
    }
    source.encoding = encoding_of(source.waiting);
    if (source.encoding == PartEncoding::utf8 && source.waiting.starts_with("\xEF\xBB\xBF")) source.waiting.erase(0, 3);
}

}  // namespace

void read_text(PartText& source, std::string& text, std::size_t size) {
    if (source.encoding == PartEncoding::unknown) read_start(source);
    const std::size_t before = text.size();
    if (source.encoding == PartEncoding::utf8) {
        text += source.waiting;
        source.waiting.clear();
        if (source.ended) return;
        const std::size_t start = text.size();
        text.resize(start + size);
        const std::size_t count = read_some(source.part, text.data() + start, size);
        text.resize(start + count);
        source.ended = count == 0;
        return;
    }
    while (text.size() == before && (!source.ended || source.waiting.size() > 1)) {
        const std::size_t start = source.waiting.size();
        source.waiting.resize(start + size);
        const std::size_t count = source.ended ? 0 : read_some(source.part, source.waiting.data() + start, size);
        source.waiting.resize(start + count);
        source.ended = count == 0;
        convert_utf16(source.waiting, source.encoding == PartEncoding::utf16_little, source.ended, text);
    }
}

}  // namespace torimatome::parsers::xlsx
