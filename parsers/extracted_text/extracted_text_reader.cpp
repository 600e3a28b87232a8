#include "parsers/extracted_text/extracted_text_reader.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "parsers/extracted_text/markup.hpp"
#include "parsers/extracted_text/table_markup.hpp"
#include "parsers/extracted_text/text_line.hpp"
#include "parsers/extracted_text/torn_rows.hpp"
#include "parsers/struck_text.hpp"
#include "parsers/text_encoding.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

std::vector<TextLine> split_lines(const std::string& text) {
    std::vector<TextLine> lines;
    std::size_t begin = 0;
    for (int number = 1; begin <= text.size(); ++number) {
        std::size_t end = text.find_first_of("\n\f", begin);
        if (end == std::string::npos) end = text.size();
        const bool page_break = end < text.size() && text[end] == '\f';
        lines.push_back({text.substr(begin, end - begin), number});
        begin = end + 1;
        if (page_break) --number;  // a form feed starts a page, not a line
    }
    return lines;
}

TextEnd end_of(std::string_view text) {
    TextEnd end;
    const std::size_t last = text.find_last_not_of(" \t\r\n\v\f");
    if (last == std::string_view::npos) return end;
    const std::string_view before = text.substr(0, last);
    const std::string_view behind = text.substr(last + 1);
    end.page_breaks = static_cast<int>(std::count(before.begin(), before.end(), '\f'));
    end.with_page_break = behind.find('\f') != std::string_view::npos;
    end.line_ends = static_cast<int>(std::count(behind.begin(), behind.end(), '\n'));
    return end;
}

bool is_blank(const std::string& line) { return text::count_non_space(line) == 0; }

bool ends_in_space(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line.ends_with(' ') || line.ends_with("\u3000");
}

// Whether spaces stand within the text, tags aside, as between columns. Behind a sentence they indent the next.
bool holds_gap(std::string_view source) {
    int spaces = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < source.size();) {
        const text::CodePoint c = text::code_point_at(source, at);
        at += c.length;
        if (text::is_space(c.value)) {
            ++spaces;
            continue;
        }
        if (spaces > 1 && before != 0 && before != U'>' && before != U'。' && c.value != U'<') return true;
        before = c.value;
        spaces = 0;
    }
    return false;
}

Cell make_cell(std::string_view source, int row, int column, int line, StruckText struck) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.place = LinePlace{line};
    cell.gap = holds_gap(source);
    CellText content = parse_markup(source, struck);
    if (is_blank(content.text)) content.text.clear();  // full-width spaces
    if (!content.text.empty() || !content.struck.empty()) {
        cell.content = std::make_shared<const CellText>(std::move(content));
    }
    return cell;
}

void report_struck(const std::string& struck, int line, Findings& findings) {
    if (struck.empty()) return;
    Finding finding;
    finding.code = "cell.struck";
    finding.severity = Severity::note;
    finding.source.line = line;
    finding.message = struck_message(struck);
    finding.hint = struck_hint();
    findings.push_back(std::move(finding));
}

void add_row(Table& table, const TextLine& line, StruckText struck, Findings& findings) {
    ++table.rows;
    int column = 0;
    std::string_view rest = line.text;
    while (true) {
        const std::size_t tab = rest.find('\t');
        table.cells.push_back(make_cell(rest.substr(0, tab), table.rows, ++column, line.number, struck));
        if (const auto& content = table.cells.back().content) report_struck(content->struck, line.number, findings);
        if (tab == std::string_view::npos) break;
        rest.remove_prefix(tab + 1);
    }
    table.columns = std::max(table.columns, column);
}

// What of the input became text, struck text included; the rest are tags.
std::size_t text_characters(const TableSet& set) {
    std::size_t count = 0;
    for (const LooseText& line : set.loose) count += text::count_non_space(line.text);
    for (const Table& table : set.tables) {
        for (const Cell& cell : table.cells) {
            if (!cell.content) continue;
            count += text::count_non_space(cell.content->text) + text::count_non_space(cell.content->struck);
        }
    }
    return count;
}

}  // namespace

TableSet read_extracted_text(const Input& input, const ReadOptions& options) {
    TableSet result;
    const text::Decoded decoded = decode_input(input, result.findings);
    result.source.file = input.name;
    result.source.format = "text";
    result.source.sha256 = sha256_hex(input.bytes);
    result.end = end_of(decoded.text);
    bool in_table = false;
    for (const TextLine& line : join_torn_rows(undo_table_markup(split_lines(decoded.text)), result.findings)) {
        if (line.text.find('\t') != std::string::npos && !is_blank(line.text)) {
            if (!in_table) result.tables.emplace_back();
            in_table = true;
            add_row(result.tables.back(), line, options.struck, result.findings);
            result.end.spaced_blanks = 0;
            continue;
        }
        in_table = false;
        CellText content = parse_markup(line.text, options.struck);
        report_struck(content.struck, line.number, result.findings);
        if (is_blank(content.text)) {
            result.end.spaced_blanks += ends_in_space(line.text) ? 1 : 0;
            continue;
        }
        SourcePosition place;
        place.line = line.number;
        result.loose.push_back(
            {std::move(content.text), place, ends_in_space(line.text), std::exchange(result.end.spaced_blanks, 0)});
    }
    result.markup = text::count_non_space(decoded.text) - text_characters(result);
    return result;
}

}  // namespace torimatome::parsers
