#include "parsers/form/row_lines.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/code_points.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line(text::trim(std::string_view(text).substr(begin, end - begin)));
        if (!line.empty()) lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

}  // namespace

std::vector<LooseText> lines_of(const StreamRow& row) {
    std::vector<LooseText> lines;
    if (row.loose) {
        for (std::string& part : split_lines(row.loose->text)) lines.push_back({std::move(part), row.loose->source});
        return lines;
    }
    bool joins = false;
    for (const RowCell& cell : row.cells) {
        if (!cell.own || cell.cell->empty()) continue;
        const SourcePosition source = position_of(*row.table, *cell.cell);
        for (const std::string& part : split_lines(cell.cell->text())) {
            if (joins) {
                lines.back().text += " " + part;
            } else {
                lines.push_back({part, source});
            }
            joins = false;
        }
        joins = !lines.empty() && is_number_or_mark(lines.back().text);
    }
    return lines;
}

bool is_number_or_mark(const std::string& text) {
    using text::MarkStyle;
    for (const MarkStyle style : {MarkStyle::number, MarkStyle::circled, MarkStyle::parenthesised}) {
        if (text::whole_mark(text, style)) return true;
    }
    return false;
}

bool is_note(const std::string& text) {
    return text.starts_with("※") || text.starts_with("（注") || text.starts_with("注）") || text.starts_with("(注");
}

}  // namespace torimatome::parsers
