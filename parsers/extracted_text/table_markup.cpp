#include "parsers/extracted_text/table_markup.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

using Cells = std::vector<std::string>;

std::string joined(const Cells& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "\t" : "") + cells[i];
    return line;
}

// --- Markdown -------------------------------------------------------------------------------------------------------

bool is_pipe_row(std::string_view line) {
    line = text::trim(line);
    return line.size() > 2 && line.front() == '|' && line.back() == '|' && line.find('\t') == std::string_view::npos &&
           line.substr(1, line.size() - 2).find('|') != std::string_view::npos;
}

// |---|:-:|
bool is_pipe_rule(std::string_view line) {
    return is_pipe_row(line) && line.find('-') != std::string_view::npos &&
           text::trim(line).find_first_not_of("|-: ") == std::string_view::npos;
}

Cells pipe_cells(std::string_view line) {
    line = text::trim(line);
    Cells cells(1);
    for (std::size_t at = 1; at + 1 < line.size(); ++at) {
        if (line[at] == '\\' && line[at + 1] == '|' && at + 2 < line.size()) {
            cells.back() += '|';
            ++at;
        } else if (line[at] == '|') {
            cells.emplace_back();
        } else {
            cells.back() += line[at];
        }
    }
    for (std::string& cell : cells) cell = text::trim(cell);
    return cells;
}

// 「## 1 学びの場の安全」 without its signs.
std::string without_heading_signs(std::string line) {
    const std::size_t signs = line.find_first_not_of('#');
    const bool heading = signs != std::string::npos && signs > 0 && signs <= 6 && line[signs] == ' ';
    return heading ? line.substr(signs + 1) : line;
}

// --- HTML -----------------------------------------------------------------------------------------------------------

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

// The tag of that name at or behind `at`: where it starts and where it ends; npos where there is none.
std::pair<std::size_t, std::size_t> find_tag(const std::string& lowered, std::string_view name, std::size_t at) {
    const std::string start = "<" + std::string(name);
    for (at = lowered.find(start, at); at != std::string::npos; at = lowered.find(start, at + 1)) {
        const std::size_t behind = at + start.size();
        if (behind < lowered.size() && lowered[behind] != '>' && lowered[behind] != ' ') continue;
        const std::size_t end = lowered.find('>', behind);
        const bool broken = lowered.find('<', behind) < end;  // it has lost its end
        if (end != std::string::npos && !broken) return {at, end + 1};
    }
    return {std::string::npos, std::string::npos};
}

int span_in(std::string_view tag, std::string_view name) {
    constexpr int kWidest = 50;
    std::size_t at = tag.find(name);
    if (at == std::string_view::npos) return 1;
    at = tag.find_first_of("0123456789", at);
    int span = 0;
    for (; at < tag.size() && tag[at] >= '0' && tag[at] <= '9' && span <= kWidest; ++at)
        span = span * 10 + (tag[at] - '0');
    return std::clamp(span, 1, kWidest);
}

// Reads the rows of one HTML table after another. Rowspans reach into the rows below.
class HtmlRows {
  public:
    Cells read(const std::string& row) {
        const std::string lowered = lower(row);
        Cells cells;
        std::map<std::size_t, int> reaching;
        const auto pass_spans = [&] {
            for (auto found = reaching_.find(cells.size()); found != reaching_.end();
                 found = reaching_.find(cells.size())) {
                if (found->second > 1) reaching[cells.size()] = found->second - 1;
                cells.emplace_back();
            }
        };
        for (std::size_t at = 0;;) {
            const auto data = find_tag(lowered, "td", at);
            const auto head = find_tag(lowered, "th", at);
            const auto tag = std::min(data, head);
            if (tag.first == std::string::npos) break;
            const std::size_t next =
                std::min(find_tag(lowered, "td", tag.second).first, find_tag(lowered, "th", tag.second).first);
            pass_spans();
            const std::string_view attributes = std::string_view(lowered).substr(tag.first, tag.second - tag.first);
            const int rows = span_in(attributes, "rowspan");
            const int columns = span_in(attributes, "colspan");
            for (int i = 0; i < columns; ++i) {
                if (rows > 1) reaching[cells.size()] = rows - 1;
                cells.push_back(i == 0 ? row.substr(tag.second, std::min(next, row.size()) - tag.second) : "");
            }
            at = tag.second;
        }
        pass_spans();
        reaching_ = std::move(reaching);
        return cells;
    }

    void start_table() { reaching_.clear(); }

  private:
    std::map<std::size_t, int> reaching_;  // by cell: how many rows below are still covered
};

class HtmlTables {
  public:
    std::vector<TextLine> undo(const std::vector<TextLine>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) i += take(lines, i);
        return std::move(result_);
    }

  private:
    // Takes the line at `i` and gives how many more went with it.
    std::size_t take(const std::vector<TextLine>& lines, std::size_t i) {
        constexpr std::size_t kTallestRow = 200;  // lines: a row that is never closed must not swallow the document
        std::string text = lines[i].text;
        std::size_t more = 0;
        if (find_tag(lower(text), "tr", 0).first == std::string::npos) {
            add_loose_line(lines[i]);
            return 0;
        }
        while (!rows_are_closed(lower(text))) {
            const std::size_t next = i + more + 1;
            if (next >= lines.size() || more == kTallestRow || lines[next].text.find('\t') != std::string::npos) {
                result_.push_back(lines[i]);  // no table: as it stands
                return 0;
            }
            text += " " + lines[next].text;
            ++more;
        }
        add_rows(text, lines[i].number);
        return more;
    }

    static bool rows_are_closed(const std::string& lowered) {
        std::size_t open = 0;
        for (auto tag = find_tag(lowered, "tr", 0); tag.first != std::string::npos;
             tag = find_tag(lowered, "tr", tag.second)) {
            open = tag.first;
        }
        return find_tag(lowered, "/tr", open).first != std::string::npos;
    }

    // Text before, between and behind rows. The tags of the table itself must not look like the rest of a torn row.
    void add_loose(std::string text, int number) {
        if (find_tag(lower(text), "table", 0).first != std::string::npos) rows_.start_table();
        for (const std::string_view name : {"table", "/table", "thead", "/thead", "tbody", "/tbody"}) {
            for (auto tag = find_tag(lower(text), name, 0); tag.first != std::string::npos;
                 tag = find_tag(lower(text), name, tag.first)) {
                text.erase(tag.first, tag.second - tag.first);
            }
        }
        if (text::count_non_space(text) > 0) result_.push_back({std::move(text), number});
    }

    // A line alone that closes a table: 「</table>」.
    void add_loose_line(const TextLine& line) {
        const std::string lowered = lower(line.text);
        const bool of_table = lowered.find("<table") != std::string::npos ||
                              lowered.find("</table") != std::string::npos ||
                              lowered.find("tbody") != std::string::npos;
        if (of_table && line.text.find('\t') == std::string::npos) {
            add_loose(line.text, line.number);
        } else {
            result_.push_back(line);
        }
    }

    void add_rows(const std::string& text, int number) {
        const std::string lowered = lower(text);
        std::size_t at = 0;
        for (auto tag = find_tag(lowered, "tr", 0); tag.first != std::string::npos; tag = find_tag(lowered, "tr", at)) {
            add_loose(text.substr(at, tag.first - at), number);
            const auto end = find_tag(lowered, "/tr", tag.second);
            const std::size_t row_end = std::min(end.first, find_tag(lowered, "tr", tag.second).first);
            const std::string row = text.substr(tag.second, std::min(row_end, text.size()) - tag.second);
            const Cells cells = rows_.read(row);
            result_.push_back({cells.empty() ? row : joined(cells), number});
            at = row_end == end.first && end.second != std::string::npos ? end.second : std::min(row_end, text.size());
        }
        add_loose(text.substr(at), number);
    }

    HtmlRows rows_;
    std::vector<TextLine> result_;
};

}  // namespace

std::vector<TextLine> undo_table_markup(std::vector<TextLine> lines) {
    lines = HtmlTables().undo(lines);
    std::vector<TextLine> result;
    for (TextLine& line : lines) {
        if (is_pipe_rule(line.text)) continue;
        if (is_pipe_row(line.text)) {
            line.text = joined(pipe_cells(line.text));
        } else {
            line.text = without_heading_signs(std::move(line.text));
        }
        result.push_back(std::move(line));
    }
    return result;
}

}  // namespace torimatome::parsers
