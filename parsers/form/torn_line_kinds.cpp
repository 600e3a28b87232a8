#include "parsers/form/torn_line_kinds.hpp"

#include <algorithm>

#include "parsers/form/line_text.hpp"
#include "parsers/form/term_list.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/width.hpp"

namespace torimatome::parsers {

bool is_next_number(int number, int last) { return number == last + 1 || number == 1; }

TornLineKinds::TornLineKinds(const std::vector<BodyLine>& lines, const Form& form, const Mappings& mappings)
    : lines_(lines),
      form_(form),
      organisations_(mappings.organisations),
      vocabulary_(mappings.find_vocabulary(form.lines.labels)),
      page_lines_(form),
      headings_(form),
      style_(text::mark_style_from_name(form.find_field(form.lines.mark)->style).value_or(text::MarkStyle::circled)) {}

LineKind TornLineKinds::kind_at(std::size_t i) const { return page_lines_.classify(lines_[i].text, false, {}).kind; }

std::optional<PageLine> TornLineKinds::section_at(std::size_t i) const {
    const PageLine read = page_lines_.classify(lines_[i].text, false, {});
    if (read.kind != LineKind::section || lines_[i].text.ends_with("。")) return std::nullopt;
    return read;
}

LooseHeadings::Found TornLineKinds::headings_at(std::size_t i) const { return headings_.at(lines_, i); }

std::optional<NumberLine> TornLineKinds::number_at(std::size_t i, int last) const {
    const std::string& line = lines_[i].text;
    const auto mark = text::leading_mark(line, style_);
    if (!mark || mark->through_look_alike) return std::nullopt;
    NumberLine found{*mark, std::string(text::trim(std::string_view(line).substr(mark->length)))};
    const bool apart = mark->length < line.size() && text::is_space(text::code_point_at(line, mark->length).value);
    const bool next = is_next_number(mark->number, last);
    if (found.rest.empty() || text::starts_with_bullet(found.rest)) return found;
    if (is_division_line(found.rest, organisations_) && (apart || next)) return found;
    if (apart && (next || is_term(found.rest))) return found;
    return std::nullopt;
}

bool TornLineKinds::may_be_group(std::size_t i, int last) const {
    constexpr int kWidestGroups = 80;  // half-width characters
    const std::string& line = lines_[i].text;
    return !form_.group_field.empty() && !text::starts_with_bullet(line) && !ends_sentence(line) &&
           !number_at(i, last) && text::display_width(line) < kWidestGroups && headings_at(i).lines == 0;
}

std::size_t TornLineKinds::label_at(std::size_t i) const {
    constexpr std::size_t kMostLines = 4;
    if (form_.lines.labels.empty()) return 0;
    std::vector<std::string> parts;
    for (std::size_t k = i; k < lines_.size() && k < i + kMostLines; ++k) {
        if (text::display_width(lines_[k].text) > kWidestLabel + 12) break;
        parts.push_back(lines_[k].text);
    }
    return parts.empty() ? 0 : term_at(parts, 0, vocabulary_).parts;
}

bool TornLineKinds::is_term(const std::string& text) const { return term_at({text}, 0, vocabulary_).parts > 0; }

bool TornLineKinds::is_reprint_mark(const std::string& line) const {
    const std::string key = text::compare_key(line);
    return std::any_of(form_.reprint_marks.begin(), form_.reprint_marks.end(),
                       [&](const std::string& mark) { return text::compare_key(mark) == key; });
}

}  // namespace torimatome::parsers
