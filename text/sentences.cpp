#include "text/sentences.hpp"

#include "text/code_points.hpp"

namespace torimatome::text {

namespace {

bool opens(char32_t c) { return c == U'「' || c == U'『' || c == U'（' || c == U'(' || c == U'【' || c == U'〔'; }
bool closes(char32_t c) { return c == U'」' || c == U'』' || c == U'）' || c == U')' || c == U'】' || c == U'〕'; }

}  // namespace

std::vector<std::string_view> split_sentences(std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    int depth = 0;
    const auto cut = [&](std::size_t end) {
        if (end > begin) sentences.push_back(text.substr(begin, end - begin));
        begin = end;
        depth = 0;
    };
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        i += c.length;
        if (opens(c.value)) ++depth;
        if (closes(c.value) && depth > 0) --depth;
        const bool ends = c.value == U'\n' || (c.value == U'。' && depth == 0);
        // The line break behind a full stop belongs to the same sentence.
        if (ends && !(c.value == U'。' && i < text.size() && text[i] == '\n')) cut(i);
    }
    cut(text.size());
    return sentences;
}

}  // namespace torimatome::text
