#include "parsers/form/outside_lines.hpp"

#include <optional>
#include <string>
#include <utility>

#include "parsers/form/row_lines.hpp"
#include "parsers/form/section_headings.hpp"
#include "parsers/form/unknown_lines.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

// A number alone on a page of a PDF, outside its tables, is the page's.
bool is_page_number(const LooseText& line) {
    return line.source.page > 0 && !line.text.empty() &&
           line.text.find_first_not_of("0123456789-/ ") == std::string::npos;
}

bool is_start_of_title(const std::string& line, const std::string& title) {
    constexpr std::size_t kFewest = 12;  // bytes
    return line.size() >= kFewest && line.size() < title.size() && title.starts_with(line);
}

// A title may stand below a table too, and is counted.
bool announces_rows(LineKind kind) {
    return kind == LineKind::section || kind == LineKind::item || kind == LineKind::lead;
}

// Unknown lines are counted when it is known whether one of them is the title.
void count_line(LineKind kind, const std::string& line, Ledger& ledger) {
    const std::size_t count = text::count_non_space(line);
    const bool heading =
        kind == LineKind::section || kind == LineKind::item || kind == LineKind::title || kind == LineKind::label;
    if (kind != LineKind::unknown) (heading ? ledger.headings : ledger.furniture) += count;
}

void take_title(const LooseText& line, std::optional<int> year, PageState& page, Document& document) {
    page.in_box = false;
    if (document.title.empty()) document.title = line.text;
    report_difference("title.repeat-differs", document.title, line.text, line.source, document.findings);
    if (!document.year) document.year = year;
}

// Extracted text tears the label apart on some pages (「資料 1」): the closest of its forms is what was printed.
void take_label(const LooseText& line, Document& document) {
    std::string& label = document.label;
    const bool closer = line.text.size() < label.size() && text::compare_key(line.text) == text::compare_key(label);
    if (label.empty() || closer) label = line.text;
    report_difference("label.repeat-differs", label, line.text, line.source, document.findings);
}

// `touches`: the line stands among the rows of a body, directly below one of them or its headings.
void take_unknown(const LooseText& line, bool touches, DocumentDraft& draft) {
    const bool among_rows = touches && !is_note(line.text);
    if (among_rows && take_reprint_mark(line, draft)) return;
    draft.unknown_lines.push_back({line, among_rows, draft.places.size()});
}

}  // namespace

void read_outside_line(const LooseText& line, const PageLines& lines, bool in_body, PageState& page,
                       DocumentDraft& draft) {
    PageLine read = lines.classify(line.text, page.in_box, draft.document.title);
    if (read.kind == LineKind::unknown && is_page_number(line)) read.kind = LineKind::furniture;
    if (read.kind == LineKind::unknown && is_group_heading(line.text, in_body, draft.form, page)) {
        page.group = line.text;
        draft.ledger.headings += text::count_non_space(line.text);
        return;
    }
    page.below_section = read.kind == LineKind::section || (page.below_section && read.kind == LineKind::lead);
    if (read.kind != LineKind::unknown && read.kind != LineKind::furniture) page.outside = true;
    if (read.kind == LineKind::title) ++page.titles;
    const bool new_page = read.kind == LineKind::title && page.titles > page.place.page;
    const bool cut_title = read.kind == LineKind::unknown && is_start_of_title(line.text, draft.document.title);
    if (announces_rows(read.kind) || new_page || cut_title) announce_rows(line.source, page);
    count_line(read.kind, line.text, draft.ledger);
    const int above = std::exchange(page.last_line, line.source.line);
    switch (read.kind) {
        case LineKind::title: take_title(line, read.year, page, draft.document); break;
        case LineKind::label: take_label(line, draft.document); break;
        case LineKind::section: start_section(read, line.source, page, draft); break;
        case LineKind::item: add_item(read, page, draft); break;
        case LineKind::lead:
        case LineKind::legend:
        case LineKind::furniture: break;
        case LineKind::unknown:
            take_unknown(line, in_body && !page.outside && (line.source.line == above + 1 || line.source.line == above),
                         draft);
            break;
    }
}

}  // namespace torimatome::parsers
