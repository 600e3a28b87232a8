#include "parsers/form/section_headings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/row_lines.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/mark.hpp"
#include "text/similarity.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

namespace {

// More than a misread character or two.
bool are_other_words(const std::string& first, const std::string& again) {
    constexpr double kSame = 0.5;  // Dice
    return text::bigram_dice(text::compare_key(first), text::compare_key(again)) < kSame;
}

void compare_headings(const std::string& first, const std::string& again, const SourcePosition& source, PageState& page,
                      Findings& findings) {
    report_difference("section.repeat-differs", first, again, source, findings);
    page.section_differs = page.section_differs || are_other_words(first, again);
}

}  // namespace

void start_section(const PageLine& line, const SourcePosition& source, PageState& page, DocumentDraft& draft) {
    page.group.clear();
    // A form whose sections have no box of items heads them by a row within the table.
    page.in_box = page.outside = !draft.form.section.item_style.empty();
    page.place.below_heading_text = false;
    page.section_seen_on_sheet = page.section_in_head = true;
    auto& sections = draft.document.sections;
    const auto known = std::find_if(sections.begin(), sections.end(),
                                    [&](const Section& section) { return section.number == line.number; });
    page.section = static_cast<std::size_t>(known - sections.begin());
    if (known == sections.end()) {
        sections.push_back({line.number, line.title, {}});
    } else if (known->title.empty()) {
        known->title = line.title;
    } else if (!line.title.empty()) {
        compare_headings(known->title, line.title, source, page, draft.document.findings);
    }
    draft.assembly.start_section(line.number);
}

void start_section_of_sheet(const std::string& number, PageState& page, DocumentDraft& draft) {
    if (number.empty()) {
        draft.assembly.start_section(page.section ? draft.document.sections[*page.section].number : std::string());
        return;
    }
    PageLine line;
    line.kind = LineKind::section;
    line.number = number;
    start_section(line, {}, page, draft);
    leave_head(page);
}

bool holds_next_heading(const Record& record, const PageLines& lines) {
    constexpr std::size_t kLongest = 150;  // bytes
    const int section = text::numeral_value(record.section).value_or(0);
    if (section == 0) return false;
    return std::any_of(record.fields.begin(), record.fields.end(), [&](const auto& entry) {
        const Field& field = entry.second;
        if (field.inherited) return false;
        const std::size_t stop = field.text.rfind("。");
        const std::string last(
            text::trim(std::string_view(field.text).substr(stop == std::string::npos ? 0 : stop + std::strlen("。"))));
        if (last.size() > kLongest) return false;
        const PageLine read = lines.classify(last, false, {});
        return read.kind == LineKind::section && text::numeral_value(read.number) == section + 1;
    });
}

void add_item(const PageLine& line, PageState& page, DocumentDraft& draft) {
    if (!page.section) return;
    auto& items = draft.document.sections[*page.section].items;
    const auto known = std::find_if(items.begin(), items.end(), [&](const SectionItem& item) {
        return text::compare_key(item.mark) == text::compare_key(line.mark);
    });
    if (known == items.end()) {
        items.push_back({line.mark, line.title});
    } else {
        compare_headings(known->title, line.title, {}, page, draft.document.findings);
    }
}

void report_difference(const char* code, const std::string& first, const std::string& again,
                       const SourcePosition& source, Findings& findings) {
    if (text::compare_key(first) == text::compare_key(again)) return;
    Finding finding;
    finding.code = code;
    finding.severity = Severity::note;
    finding.source = source;
    finding.message =
        tell(fmt::format("見出し「{}」が、別の頁では「{}」です。はじめのほうを採りました。", first, again),
             fmt::format("The heading \"{}\" is \"{}\" on another page; the first one was taken.", first, again));
    findings.push_back(std::move(finding));
}

bool is_group_heading(const std::string& line, bool in_body, const Form& form, const PageState& page) {
    constexpr int kWidestGroup = 60;  // half-width characters
    return !form.group_field.empty() && (page.below_section || in_body) && !line.ends_with("。") && !is_note(line) &&
           !text::starts_with_bullet(line) && text::display_width(line) <= kWidestGroup;
}

void add_group(const std::string& group, const Form& form, RawRow& row) {
    if (group.empty()) return;
    RawField field;
    field.spec = form.find_field(form.group_field);
    field.id = form.group_field;
    field.text = group;
    field.of_heading = true;
    const auto known = std::find_if(row.fields.begin(), row.fields.end(),
                                    [&](const RawField& raw) { return raw.id == form.group_field; });
    if (known == row.fields.end()) {
        row.fields.push_back(std::move(field));
    } else if (known->text.empty()) {
        *known = std::move(field);
    }
}

}  // namespace torimatome::parsers
