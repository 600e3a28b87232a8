#include "parsers/extracted_text/torn_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "model/language.hpp"
#include "parsers/extracted_text/markup.hpp"
#include "text/code_points.hpp"
#include "text/mark.hpp"

namespace torimatome::parsers {

namespace {

bool has_tab(const TextLine& line) { return line.text.find('\t') != std::string::npos; }

bool is_blank(const TextLine& line) { return text::count_non_space(line.text) == 0; }

std::size_t cell_count(const TextLine& line) {
    return static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), '\t')) + 1;
}

std::string_view first_cell(std::string_view line) { return text::trim(line.substr(0, line.find('\t'))); }

std::string_view last_cell(std::string_view line) {
    const std::size_t tab = line.rfind('\t');
    return text::trim(tab == std::string_view::npos ? line : line.substr(tab + 1));
}

// Whether the line break stands between Japanese characters, where no space is written. A bullet keeps its distance.
bool torn_in_a_word(std::string_view above, std::string_view below) {
    if (above.empty() || below.empty()) return false;
    return !text::starts_with_bullet(below) && text::is_japanese(text::last_code_point(above).value) &&
           text::is_japanese(text::code_point_at(below, 0).value);
}

void join(std::string& above, const std::string& below) { above += torn_in_a_word(above, below) ? below : " " + below; }

bool starts_with_mark(std::string_view cell) {
    using text::MarkStyle;
    for (const MarkStyle style : {MarkStyle::circled, MarkStyle::number, MarkStyle::parenthesised}) {
        if (text::leading_mark(cell, style)) return true;
    }
    return false;
}

bool ends_sentence(std::string_view cell) {
    constexpr std::u32string_view kEnds = U"。）)】」";
    return !cell.empty() && kEnds.find(text::last_code_point(cell).value) != std::u32string_view::npos;
}

constexpr std::size_t kShortestPart = 6;  // characters: shorter cells (２か所, II) need no full stop

// Whether `below` goes on within the cell in which `above` ends: neither is blank, no sentence ends between them, or
// what follows is a tag or a remark in brackets. A mark starts a row of its own.
bool goes_on_in_cell(std::string_view above, std::string_view below) {
    const std::string_view end = last_cell(above);
    const std::string_view start = first_cell(below);
    if (end.empty() || start.empty() || starts_with_mark(start)) return false;
    if (start.starts_with("【") || start.starts_with("<") || end.ends_with(">")) return true;
    const bool within = above.find('\t') == std::string_view::npos;  // a line of the cell's, with nothing else
    return !ends_sentence(end) && (within || text::count_non_space(end) >= kShortestPart);
}

// How many lines below `at` belong to its row, which has fewer cells than `whole`.
std::size_t lines_of_row(const std::vector<TextLine>& lines, std::size_t at, std::size_t whole) {
    constexpr std::size_t kTallest = 12;  // lines
    std::size_t count = cell_count(lines[at]);
    for (std::size_t more = 1; more <= kTallest && at + more < lines.size() && count < whole; ++more) {
        const TextLine& line = lines[at + more];
        if (is_blank(line) || !goes_on_in_cell(lines[at + more - 1].text, line.text)) return 0;
        count += cell_count(line) - 1;
        if (count == whole) return more;
    }
    return 0;
}

// In a narrow table two rows that each lack a cell add up as easily.
Finding joined_finding(const TextLine& first, int last, std::size_t whole) {
    constexpr std::size_t kNarrow = 4;
    Finding finding;
    finding.code = "table.row-torn";
    finding.severity = whole > kNarrow ? Severity::note : Severity::warning;
    finding.source.line = first.number;
    finding.message = tell(fmt::format("欄の中で改行されていたので、{}行目までを1行として読みました。", last),
                           fmt::format("A cell held line breaks: the lines down to {} were read as one row.", last));
    return finding;
}

std::vector<TextLine> join_by_count(const std::vector<TextLine>& lines, Findings& findings) {
    std::vector<TextLine> joined;
    std::size_t whole = 0;  // cells of the table's first row
    for (std::size_t i = 0; i < lines.size(); ++i) {
        joined.push_back(lines[i]);
        if (is_blank(lines[i])) whole = 0;
        if (!has_tab(lines[i])) continue;
        if (whole == 0) whole = cell_count(lines[i]);
        const std::size_t more = lines_of_row(lines, i, whole);
        for (std::size_t below = i + 1; below <= i + more; ++below) join(joined.back().text, lines[below].text);
        if (more > 0) findings.push_back(joined_finding(lines[i], lines[i + more].number, whole));
        i += more;
    }
    return joined;
}

}  // namespace

std::vector<TextLine> join_torn_rows(const std::vector<TextLine>& lines, Findings& findings) {
    std::vector<TextLine> joined;
    for (TextLine& line : join_by_count(lines, findings)) {
        const bool after_row = !joined.empty() && has_tab(joined.back());
        if (!has_tab(line) && after_row && closes_open_tag(line.text)) {
            join(joined.back().text, line.text);
        } else {
            joined.push_back(std::move(line));
        }
    }
    return joined;
}

}  // namespace torimatome::parsers
