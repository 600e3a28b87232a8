#include "parsers/form/line_reading.hpp"

#include "text/code_points.hpp"

namespace torimatome::parsers {

std::vector<BodyLine> body_lines(const std::vector<StreamRow>& rows) {
    std::vector<BodyLine> lines;
    for (const StreamRow& row : rows) {
        if (!row.loose) continue;
        const std::string& text = row.loose->text;
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            BodyLine line;
            line.text = text.substr(begin, end - begin);
            line.number = row.loose->source.line;
            line.spaced_blanks = begin == 0 ? row.loose->spaced_blanks : 0;
            line.spaced = row.loose->spaced && end == text.size();
            if (!lines.empty()) line.gap = std::max(1, line.number - lines.back().number);
            if (text::count_non_space(line.text) > 0) lines.push_back(std::move(line));
            begin = end + 1;
        }
    }
    return lines;
}

}  // namespace torimatome::parsers
